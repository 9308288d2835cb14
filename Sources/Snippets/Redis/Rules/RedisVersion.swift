internal import Diagnostics
internal import Languages

extension Rule {
  static let redisVersion = Rule(
    "redis/version",
    .warning,
    reports: "A directive that Redis 7 does not have, but Valkey 8 has.",
    why: "Redis refuses the whole file and does not start.",
    fires: .redis("primaryauth 0123456789abcdef"),
    fixed: .redis("masterauth 0123456789abcdef")
  )
}

extension Diagnostic {
  static func valkeyOnly(_ name: Word) -> Diagnostic {
    Diagnostic(.redisVersion, at: name.range, "Redis 7 does not know `\(name.text)`, only Valkey 8")
  }
}
