internal import Diagnostics
internal import Languages

/// A YAML text with all that checks of its form look at.
struct YAMLSource: Sendable {
  let text: [UInt8]
  let tree: YAMLTree
  /// In the order of the text.
  let comments: [YAMLComment]

  init(text: [UInt8], tree: YAMLTree) {
    self.text = text
    self.tree = tree
    comments = text.contains(UInt8(ascii: "#")) ? YAMLComment.comments(in: text, tree) : []
  }

  /// What is wrong for whoever reads it.
  static let forms: [Check<YAMLSource>] = [
    Check(.pastedCharacter, find: Diagnostic.pastedCharacters),
    Check(.unportable, .yamlTab, find: Diagnostic.unportableForms),
    Check(.merge, find: Diagnostic.merges),
    Check(.missingBlank, find: Diagnostic.missingBlanks),
    Check(.cutValue, find: Diagnostic.cutValues),
    Check(.trailingBlank, find: Diagnostic.trailingBlanks),
    Check(.keyType, find: Diagnostic.keysThatAreCollections),
  ]

  /// What can be wrong with a text, whoever reads it.
  static let rules: [Rule] =
    [
      .yamlSyntax, .duplicateKey, .unknownAlias, .unusedAnchor, .severalDocuments,
    ] + forms.flatMap(\.rules)

  // MARK: Lines

  /// The column of a byte: the bytes before it on its line.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  /// The first byte of the line on which a byte stands.
  func lineStart(of offset: Int) -> Int {
    var start = min(offset, text.count)
    while start > 0, text[start - 1] != UInt8(ascii: "\n"), text[start - 1] != UInt8(ascii: "\r") {
      start -= 1
    }
    return start
  }

  /// The lines of a range that begin in it, each without its line break.
  func lines(beginningIn range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        text[start..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D }
        ?? range.upperBound
      if start > range.lowerBound { lines.append(start..<end) }
      let isPair = end + 1 < range.upperBound && text[end] == 0x0D && text[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  /// The bytes of a range as text.
  func written(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
