internal import Diagnostics
internal import Text

/// What the info string of a fence says: the language, then attributes and flags.
package struct FenceAttributes: Sendable {
  package var language = ""
  package var values: [String: String] = [:]
  package var flags: Set<String> = []

  package var file: String? { values["file"] }
  package var host: String? { values["host"] }
  /// What `host=` names before the dot of `GROUP.first`; empty without one.
  package var group: String { String((host ?? "").prefix { $0 != "." }) }

  static let knownValues = [
    "file", "host", "schema", "fragment", "user", "mode", "id", "title", "mark", "expect",
    "check", "reason",
  ]
  static let knownFlags = ["output", "verbatim"]

  /// What cannot be read in an info string.
  enum Mistake: Equatable {
    case unknown(String)
    case duplicate(String)
    /// A quote without its end, so that nobody can tell where a value ends.
    case unclosedQuote
  }

  /// Reads an info string: `language attribute=value attribute="with blanks" flag`.
  ///
  /// - Returns: the attributes, and what cannot be read.
  static func parse(_ info: [UInt8]) -> (attributes: FenceAttributes, mistakes: [Mistake]) {
    var attributes = FenceAttributes()
    var mistakes: [Mistake] = []
    let (words, isUnclosed) = words(of: info)
    if isUnclosed { return (attributes, [.unclosedQuote]) }
    for (index, word) in words.enumerated() {
      let text = String(decoding: word, as: UTF8.self)
      if index == 0, !text.contains("=") {
        attributes.language = text
        continue
      }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 2 {
        let value = String(parts[1]).replacing("\"", with: "")
        let former = attributes.values.updateValue(value, forKey: name)
        if !knownValues.contains(name) { mistakes.append(.unknown(name)) }
        if former != nil { mistakes.append(.duplicate(name)) }
      } else {
        attributes.flags.insert(name)
        if !knownFlags.contains(name) { mistakes.append(.unknown(name)) }
      }
    }
    return (attributes, mistakes)
  }

  /// Words parted by blanks outside of double quotes.
  private static func words(of info: [UInt8]) -> (words: [[UInt8]], isUnclosed: Bool) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var isQuoted = false
    for byte in info {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte.isBlank, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append(word) }
    return (words, isQuoted)
  }
}
