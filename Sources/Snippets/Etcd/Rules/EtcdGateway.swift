internal import Diagnostics
internal import Languages

extension Rule {
  static let etcdGateway = Rule(
    "etcd/gateway",
    .warning,
    reports: "A configuration file of etcd that does not turn the gRPC gateway on.",
    why:
      "etcd 3.4 leaves it off when started from a file, and Patroni then waits for etcd forever.",
    fires:
      "# etcd\n\n```yaml file=etcd.yml\nname: pg1\ninitial-cluster: pg1=http://10.20.0.21:2380\n```\n",
    fixed: "# etcd\n\n```yaml file=etcd.yml\nname: pg1\nenable-grpc-gateway: true\n```\n"
  )
}

extension Diagnostic {
  /// A whole configuration is meant where the members stand.
  static func etcdGateway(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let gateway = root["enable-grpc-gateway"]
    guard gateway?.bool != true, let cluster = root.member("initial-cluster") else { return [] }
    return [
      Diagnostic(
        .etcdGateway,
        at: gateway?.range ?? cluster.keyRange,
        "missing `enable-grpc-gateway: true`; etcd 3.4 leaves it off in a file, and Patroni needs it"
      )
    ]
  }
}
