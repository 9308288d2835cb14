internal import Diagnostics
internal import Text

/// What the info string of a fence says: the language, then attributes and flags.
package struct FenceAttributes: Sendable {
  package var language = ""
  package var values: [String: String] = [:]
  package var flags: Set<String> = []

  package var file: String? { values["file"] }
  /// The host that is meant, where the one that is written does not exist.
  var meantHost: String?
  package var host: String? { meantHost ?? values["host"] }
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
    /// What is in braces is for another program.
    case braces(String)
    /// A quote without its end, so that nobody can tell where a value ends.
    case unclosedQuote
  }

  /// Reads an info string: `language attribute=value attribute="with blanks" flag`.
  ///
  /// - Returns: the attributes, and what cannot be read.
  static func parse(_ info: [UInt8]) -> (attributes: FenceAttributes, mistakes: [Mistake]) {
    var attributes = FenceAttributes()
    var mistakes: [Mistake] = []
    var misspelt: [(name: String, value: String)] = []
    let (info, braces) = withoutBraces(info)
    if let braces { mistakes.append(.braces(braces)) }
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
        if !knownValues.contains(name) {
          mistakes.append(.unknown(name))
          misspelt.append((name, value))
        }
        if former != nil { mistakes.append(.duplicate(name)) }
      } else {
        attributes.flags.insert(name)
        if !knownFlags.contains(name) { mistakes.append(.unknown(name)) }
      }
    }
    // What is misspelt is not missing as well.
    for (name, value) in misspelt {
      guard let meant = NameIndex(knownValues).nearest(to: name).first else { continue }
      attributes.values[meant] = attributes.values[meant] ?? value
    }
    return (attributes, mistakes)
  }

  /// An info string without what is in braces, as in `yaml {hl_lines="1"}`, and that; the language
  /// may be in them, as in `{.yaml}`.
  private static func withoutBraces(_ info: [UInt8]) -> (rest: [UInt8], braces: String?) {
    guard let open = info.firstIndex(of: .openBrace), let close = info.lastIndex(of: .closeBrace),
      open < close, !info[..<open].contains(.quote)
    else { return (info, nil) }
    let inside = info[(open + 1)..<close].drop { $0.isBlank || $0 == .colon }
    var rest = info[..<open] + info[(close + 1)...]
    if info[..<open].allSatisfy(\.isBlank), inside.first == .point {
      rest = inside.dropFirst().prefix { !$0.isBlank } + [.space] + rest
    }
    return (Array(rest), info[open...close].text)
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
