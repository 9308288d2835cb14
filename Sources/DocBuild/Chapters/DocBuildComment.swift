internal import Text

/// A comment that speaks to docbuild: `<!-- docbuild: WORDS -->`.
struct DocBuildComment: Equatable {
  /// The words after `docbuild:`.
  var words: [String]
  /// Whether it is alone, with `docbuild:` as it must be written.
  var isWellFormed: Bool

  /// The words with which comments begin.
  static let verbs = ["allow", "tabs"]

  /// Reads a part of HTML; nothing where it is no comment that speaks to docbuild.
  init?(_ html: ArraySlice<UInt8>) {
    let text = String(decoding: html, as: UTF8.self)
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix("<!--") else { return nil }
    let end = trimmed.firstRange(of: "-->")
    let inner = trimmed[..<(end?.lowerBound ?? trimmed.endIndex)].dropFirst(4)
      .drop(while: \.isWhitespace)
    let name = inner.prefix { $0.isLetter }
    guard name.lowercased() == "docbuild" else { return nil }
    let rest = inner.dropFirst(name.count)
    // “docbuild is …” is a sentence about the program.
    let isColon = rest.first == ":"
    words = rest.drop { $0 == ":" || $0.isWhitespace }.split(whereSeparator: \.isWhitespace)
      .map(String.init)
    guard isColon || Self.verbs.contains(words.first ?? "") else { return nil }
    let isAlone = end.map { trimmed[$0.upperBound...].allSatisfy(\.isWhitespace) } ?? false
    isWellFormed = isAlone && isColon && name == "docbuild"
  }

  /// Whether it announces tabs.
  var isTabs: Bool { isWellFormed && words == ["tabs"] }

  /// The rule that it allows and the reason; nothing for other comments.
  var allowance: [String]? {
    isWellFormed && words.first == "allow" ? Array(words.dropFirst()) : nil
  }

  /// What is wrong with its words; nothing where it is understood.
  var mistake: (message: String, nearest: [String])? {
    let first = words.first ?? ""
    if !Self.verbs.contains(first) {
      let expected = "expected `docbuild: allow RULE reason` or `docbuild: tabs`"
      return (first.isEmpty ? expected : "\(expected), found `\(first)`", [first])
    }
    if !isWellFormed {
      return ("expected `<!-- docbuild: \(first)\(first == "tabs" ? "" : " RULE reason") -->`", [])
    }
    return first == "tabs" && words.count > 1
      ? ("expected nothing after `tabs`, found `\(words[1])`", []) : nil
  }
}
