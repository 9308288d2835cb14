internal import Diagnostics
internal import Languages

extension Format {
  /// etcd.yml.
  static let etcd = Format(
    schema: SchemaOfTool(PackageResources.etcd_json),
    .goFields,
    rules: .etcd,
    checks: [
      Check(.etcdMember, find: Diagnostic.etcdMembers),
      Check(.etcdElection, find: Diagnostic.etcdElections),
      Check(.etcdGateway, find: Diagnostic.etcdGateway),
      Check(SchemaRules.etcd.type, find: Diagnostic.etcdAddresses),
    ],
    facts: .etcd
  )
}

extension SchemaRules {
  static let etcd = SchemaRules(
    category: "etcd",
    program: "etcd",
    unknownKey: (.etcd("data_dir: /var/lib/etcd"), .etcd("data-dir: /var/lib/etcd")),
    type: (.etcd("initial-cluster-state: fresh"), .etcd("initial-cluster-state: new")),
    range: (.etcd("heartbeat-interval: -1"), .etcd("heartbeat-interval: 100")),
    durations: (
      "go-duration", (.etcd("corrupt-check-time: 1 day"), .etcd("corrupt-check-time: 24h"))
    )
  )
}

extension Rule.Example {
  static func etcd(_ lines: String) -> Rule.Example { .fence("yaml file=etcd.yml", lines) }
}
