internal import Diagnostics
internal import Languages

extension Rule {
  static let redisUndefinedMaster = Rule(
    "redis/undefined-master",
    reports: "A statement of Sentinel about a master that it does not monitor.",
    why: "Sentinel rejects the whole file and does not start.",
    fires: .sentinel(
      "sentinel monitor shop 10.20.0.61 6379 2\nsentinel auth-pass shpo 0123456789abcdef"
    ),
    fixed: .sentinel(
      "sentinel monitor shop 10.20.0.61 6379 2\nsentinel auth-pass shop 0123456789abcdef"
    )
  )
}

extension Diagnostic {
  static func undefinedMasters(in config: SentinelConfig) -> [Diagnostic] {
    let known = config.masters.map(\.text)
    return config.linesAboutMasters.map { $0.words[2] }.filter { !known.contains($0.text) }.map {
      Diagnostic(
        .redisUndefinedMaster,
        at: $0.range,
        "undefined `sentinel monitor \($0.text) …`",
        fixes: .replacements(NameIndex(known).nearest(to: $0.text), at: $0.range)
      )
      .about(.missing($0.text))
    }
  }
}
