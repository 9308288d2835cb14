internal import Diagnostics
internal import Languages

extension Rule {
  static let etcdElection = Rule(
    "etcd/election",
    reports: "An election timeout of etcd that is less than five heartbeats.",
    why: "etcd does not start; with little more, every late heartbeat costs an election.",
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
      "expected at least five times `heartbeat-interval`, \(TypedValue.text(of: short)) ms, for "
      + "`election-timeout`, found \(TypedValue.text(of: long)) ms"
    return [Diagnostic(.etcdElection, at: place, message)]
  }
}
