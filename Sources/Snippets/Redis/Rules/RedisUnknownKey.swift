internal import Diagnostics
internal import Languages

extension FormatRuleMaker {
  static let redis = FormatRuleMaker(category: "redis", fence: "text file=redis.conf")
  static let sentinel = FormatRuleMaker(category: "redis", fence: "text file=sentinel.conf")
}

extension Rule {
  static let redisUnknownKey = FormatRuleMaker.redis.rule(
    "unknown-key",
    reports: "A directive, or a statement of Sentinel, that Redis does not know.",
    why: "Redis refuses the whole file and does not start.",
    fires: "maxmemory-polcy noeviction",
    fixed: "maxmemory-policy noeviction"
  )
}

extension Diagnostic {
  /// Redis takes such a line only when it starts as Sentinel.
  static func sentinelStatementOutside(_ line: RedisLine) -> Diagnostic {
    Diagnostic(
      .redisUnknownKey,
      at: line.name.range,
      "`sentinel` belongs into sentinel.conf: Redis itself refuses it"
    )
  }
}
