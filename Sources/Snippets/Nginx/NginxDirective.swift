internal import Languages

/// A directive of nginx: a name, its arguments, and a block or a `;` behind them.
struct NginxDirective: Sendable {
  var name: Word
  var arguments: [Word]
  /// What stands in its braces; nothing for a directive that ends in `;`.
  var block: [NginxDirective]?

  /// The first argument as text; empty where there is none.
  var first: String { arguments.first?.text ?? "" }

  /// The name as text.
  var text: String { name.text }

  /// Returns the value of an argument `KEY=VALUE`, and where it stands.
  func value(_ key: String) -> Word? {
    arguments.lazy.compactMap { $0.part(behind: key + "=") }.first
  }
}

extension [NginxDirective] {
  /// Returns the directives of a name, in the order of the text.
  func named(_ name: String) -> [NginxDirective] { filter { $0.text == name } }
}

extension Word {
  /// Returns what stands behind the first bytes of a word; nothing where it begins otherwise.
  func part(behind start: String) -> Word? {
    guard !isQuoted, text.hasPrefix(start) else { return nil }
    let offset = Swift.min(range.lowerBound + start.utf8.count, range.upperBound)
    return Word(text: String(text.dropFirst(start.count)), range: offset..<range.upperBound)
  }
}
