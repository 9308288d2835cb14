internal import Diagnostics
internal import Languages

extension Rule {
  static let redisPassword = Rule(
    "redis/password",
    .warning,
    reports:
      "A Redis that Sentinel can make a replica, whose `masterauth` differs from `requirepass` "
      + "or is missing.",
    why: "After a failover the old master cannot log in to the new one and never follows it.",
    fires: .redis("requirepass 0123456789abcdef\nreplicaof 10.20.0.61 6379"),
    fixed: .redis(
      "requirepass 0123456789abcdef\nmasterauth 0123456789abcdef\nreplicaof 10.20.0.61 6379"
    )
  )
}

extension Diagnostic {
  /// Directives that only a member of a replicated set has.
  private static let signsOfReplication = [
    "replicaof", "slaveof", "replica-announce-ip", "slave-announce-ip", "replica-priority",
    "min-replicas-to-write", "masterauth",
  ]

  static func redisPasswords(in config: RedisConfig) -> [Diagnostic] {
    guard let password = config.value("requirepass"), !password.text.isEmpty,
      let line = config.lines("requirepass").last,
      config.lines("primaryauth").isEmpty,
      signsOfReplication.contains(where: { !config.lines($0).isEmpty })
    else { return [] }
    let other = config.value("masterauth")
    guard other?.text != password.text else { return [] }
    let message =
      other == nil
      ? "missing `masterauth`, with which a replica logs in to its master"
      : "expected the same value for `masterauth` and `requirepass`, since any member can become master"
    var finding = Diagnostic(.redisPassword, at: other?.range ?? line.name.range, message)
    finding.hidesSource = true
    return [finding]
  }
}
