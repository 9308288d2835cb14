internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func redis(_ lines: String) -> Rule.Example { .fence("text file=redis.conf", lines) }
  static func sentinel(_ lines: String) -> Rule.Example { .fence("text file=sentinel.conf", lines) }
}

extension Rule {
  static let redisUnknownKey = Rule(
    "redis/unknown-key",
    reports: "A directive, or a statement of Sentinel, that Redis does not know.",
    why: "Redis rejects the whole file and does not start.",
    fires: .redis("maxmemory-polcy noeviction"),
    fixed: .redis("maxmemory-policy noeviction")
  )
}

extension Diagnostic {
  /// Redis takes such a line only when it starts as Sentinel.
  static func sentinelStatementOutside(_ line: RedisLine) -> Diagnostic {
    Diagnostic(
      .redisUnknownKey,
      at: line.name.range,
      "`sentinel` is not allowed in redis.conf, only in sentinel.conf"
    )
  }
}
