internal import Diagnostics
internal import Languages

extension Format {
  /// redis.conf of Redis 7 and Valkey.
  static let redis = Format(
    rules: RedisConfig.rules,
    checks: [
      Check(.redisDuplicate, find: Diagnostic.redisDuplicates),
      Check(.redisProtection, find: Diagnostic.redisProtection),
      Check(.redisPassword, find: Diagnostic.redisPasswords),
      Check(.redisConflict, find: Diagnostic.redisConflicts),
    ],
    facts: .redis
  ) { reading in
    let config = reading.read(by: RedisConfig.init)
    return Outcome(config, config.findings)
  }

  /// sentinel.conf: the directives of redis.conf and the statements of Sentinel.
  static let sentinel = Format(
    rules: RedisConfig.rules + [.redisDuplicate],
    checks: [Check(.redisUndefinedMaster, find: Diagnostic.undefinedMasters)],
    facts: .sentinel
  ) { reading in
    let config = SentinelConfig(reading.read(by: RedisConfig.init))
    return Outcome(config, config.findings)
  }
}

/// A redis.conf, read and held to what Redis knows.
struct RedisConfig {
  /// The lines that can be split into words.
  let lines: [RedisLine]
  private let mistakes: [Diagnostic]

  init(_ text: [UInt8]) {
    let outcome = RedisLine.read(text)
    lines = outcome.value
    mistakes = outcome.diagnostics
  }

  /// The lines of a directive, in the order of the text.
  func lines(_ name: String) -> [RedisLine] {
    lines.filter { $0.name.text.lowercased() == name }
  }

  /// The value of a directive that counts, that of its last line.
  func value(_ name: String) -> Word? { lines(name).last?.values.first }

  /// What the findings of lines can be of.
  static let rules: [Rule] = [.redisSyntax, .redisUnknownKey, .redisType, .redisVersion]

  /// What is wrong with the quotes and words of each line.
  var findings: [Diagnostic] { mistakes + lines.flatMap(findings) }

  /// What is wrong with the quotes and words of all lines but Sentinel's own.
  var findingsBesideSentinel: [Diagnostic] {
    mistakes
      + lines.filter { $0.name.text.lowercased() != "sentinel" }.flatMap(findings)
      + Diagnostic.redisDuplicates(in: self)
  }

  private func findings(of line: RedisLine) -> [Diagnostic] {
    let name = line.name.text.lowercased()
    if name == "sentinel" {
      return line.values.isEmpty ? [] : [.sentinelStatementOutside(line)]
    }
    // Modules have directives of their own, with a dot.
    if name.contains(".") { return [] }
    guard let directive = RedisTable.all.directive(name) else {
      return [DirectiveRules.redis.unknown(line.name, among: RedisTable.all.names())]
    }
    if let sign = line.values.first, sign.text == "=" { return [.redisEqualsSign(sign)] }
    var findings = DirectiveRules.redis.findings(in: line.values, of: directive, at: line.name)
    if findings.isEmpty { findings += Diagnostic.redisSpecialForms(of: line) }
    if directive.facts["valkey"] != nil { findings.append(.valkeyOnly(line.name)) }
    return findings
  }
}

extension DirectiveRules {
  static let redis = DirectiveRules(
    unknownKey: .redisUnknownKey,
    type: .redisType
  )
}
