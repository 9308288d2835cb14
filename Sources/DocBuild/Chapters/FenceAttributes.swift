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

  /// Reads an info string: `language attribute=value attribute="with blanks" flag`.
  ///
  /// - Returns: the attributes, and the names that are not known.
  static func parse(_ info: [UInt8]) -> (attributes: FenceAttributes, unknown: [String]) {
    var attributes = FenceAttributes()
    var unknown: [String] = []
    for (index, word) in words(of: info).enumerated() {
      let text = String(decoding: word, as: UTF8.self)
      if index == 0, !text.contains("=") {
        attributes.language = text
        continue
      }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 2 {
        attributes.values[name] = String(parts[1]).replacing("\"", with: "")
        if !knownValues.contains(name) { unknown.append(name) }
      } else {
        attributes.flags.insert(name)
        if !knownFlags.contains(name) { unknown.append(name) }
      }
    }
    return (attributes, unknown)
  }

  /// Words parted by blanks outside of double quotes.
  private static func words(of info: [UInt8]) -> [[UInt8]] {
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
    return words
  }
}
