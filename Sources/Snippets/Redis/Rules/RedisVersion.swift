internal import Diagnostics
internal import Languages

extension Rule {
  static let redisVersion = Rule(
    "redis/version",
    .warning,
    reports: "A directive of Valkey 8 that Redis 7 does not have.",
    why: "Redis rejects the whole file and does not start.",
    fires: .redis("primaryauth 0123456789abcdef"),
    fixed: .redis("masterauth 0123456789abcdef")
  )
}

extension Diagnostic {
  static func valkeyOnly(_ name: Word) -> Diagnostic {
    Diagnostic(
      .redisVersion,
      at: name.range,
      "`\(name.text)` requires Valkey 8; Redis 7 does not have it"
    )
  }
}
