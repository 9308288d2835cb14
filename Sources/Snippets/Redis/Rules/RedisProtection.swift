internal import Diagnostics
internal import Languages

extension Rule {
  static let redisProtection = Rule(
    "redis/protection",
    .warning,
    reports: "A Redis without a password that other servers connect to.",
    why:
      "In protected mode Redis refuses every command from another host; without it anyone in the "
      + "network can read and write everything.",
    fires: .redis("bind 10.20.0.61\nprotected-mode yes"),
    fixed: .redis("bind 10.20.0.61\nprotected-mode yes\nrequirepass 0123456789abcdef")
  )
}

extension Diagnostic {
  /// Protected mode is on by default, and ends with a password of the default user.
  static func redisProtection(of config: RedisConfig) -> [Diagnostic] {
    guard config.value("requirepass").map(\.text.isEmpty) ?? true,
      config.lines("user").isEmpty, config.lines("aclfile").isEmpty,
      config.lines("include").isEmpty
    else { return [] }
    let mode = config.value("protected-mode")
    if let mode, mode.text.lowercased() == "no" {
      return [
        Diagnostic(
          .redisProtection,
          at: mode.range,
          "missing `requirepass`; without it and without protected mode anyone can connect"
        )
      ]
    }
    let addresses = config.lines("bind").last?.values ?? []
    guard let remote = addresses.first(where: { !isLoopback($0.text) }) else { return [] }
    return [
      Diagnostic(
        .redisProtection,
        at: remote.range,
        "missing `requirepass`; in protected mode Redis refuses every command from another host"
      )
    ]
  }

  private static func isLoopback(_ address: String) -> Bool {
    let name = address.drop { $0 == "-" }
    return name.isEmpty || name.hasPrefix("127.") || name == "::1" || name == "localhost"
  }
}
