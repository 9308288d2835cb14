internal import Diagnostics
internal import Languages

extension Rule {
  static let etcdElection = Rule(
    "etcd/election",
    reports: "The election timeout of etcd is less than five heartbeats.",
    why: "etcd refuses to start; and with little more every late heartbeat costs an election.",
    fires: .etcd("{ heartbeat-interval: 500, election-timeout: 1000 }"),
    fixed: .etcd("{ heartbeat-interval: 100, election-timeout: 1000 }")
  )
}

extension Diagnostic {
  /// Defaults: 100 ms and 1000 ms (`embed/config.go`).
  static func etcdElections(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let beat = root["heartbeat-interval"]
    let election = root["election-timeout"]
    guard let place = (election ?? beat)?.range else { return [] }
    let (short, long) = (beat?.number ?? 100, election?.number ?? 1000)
    guard long < 5 * short else { return [] }
    let message =
      "`election-timeout` is \(TypedValue.text(of: long)) ms, but must be at least five times "
      + "`heartbeat-interval`, \(TypedValue.text(of: short)) ms"
    return [Diagnostic(.etcdElection, at: place, message)]
  }
}
