internal import Diagnostics
internal import Languages

/// A sentinel.conf: statements that begin with `sentinel`, among directives of redis.conf.
struct SentinelConfig {
  private let config: RedisConfig

  init(_ config: RedisConfig) { self.config = config }

  /// The names of the masters that are monitored.
  var masters: [Word] {
    statements("monitor").compactMap { $0.words.count > 2 ? $0.words[2] : nil }
  }

  /// What is wrong with the quotes and words of each line.
  var findings: [Diagnostic] {
    config.findingsBesideSentinel + config.lines("sentinel").flatMap(findings)
  }

  /// The lines of a statement.
  func statements(_ name: String) -> [RedisLine] {
    config.lines("sentinel").filter { $0.values.first?.text.lowercased() == name }
  }

  /// The lines whose statement is about one master, which its second word names.
  var linesAboutMasters: [RedisLine] {
    config.lines("sentinel").filter { line in
      guard line.words.count > 2, let directive = directive(of: line) else { return false }
      return directive.facts["master"] != nil
    }
  }

  private func directive(of line: RedisLine) -> DirectiveTable.Directive? {
    line.values.first.flatMap { RedisTable.all.directive($0.text.lowercased(), in: "sentinel") }
  }

  private func findings(of line: RedisLine) -> [Diagnostic] {
    // The word alone only says that the file is Sentinel's.
    guard let statement = line.values.first else { return [] }
    guard let directive = directive(of: line) else {
      return [DirectiveRules.redis.unknown(statement, among: RedisTable.all.names(in: "sentinel"))]
    }
    return DirectiveRules.redis.findings(
      in: Array(line.values.dropFirst()),
      of: directive,
      at: statement
    )
  }
}
