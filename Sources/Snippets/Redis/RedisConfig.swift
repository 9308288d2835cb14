internal import Diagnostics
internal import Languages

extension TextFormat {
  /// redis.conf of Redis 7 and Valkey.
  static let redis = TextFormat(
    name: "redis",
    languages: ["redis"],
    files: ["**/redis.conf", "**/valkey.conf", "**/redis/*.conf"]
  ) { RedisConfig($0).findings }

  /// sentinel.conf: the directives of redis.conf and the statements of Sentinel.
  static let sentinel = TextFormat(
    name: "sentinel",
    files: ["**/sentinel.conf", "**/sentinel*.conf"]
  ) {
    SentinelConfig(RedisConfig($0)).findings
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

  /// What Redis refuses, and what it takes but nobody can mean.
  var findings: [Diagnostic] {
    mistakes + lines.flatMap(findings) + Diagnostic.redisDuplicates(in: self)
      + Diagnostic.redisProtection(of: self) + Diagnostic.redisPasswords(in: self)
      + Diagnostic.redisConflicts(in: self)
  }

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
    program: "Redis",
    unknownKey: .redisUnknownKey,
    type: .redisType
  )
}
