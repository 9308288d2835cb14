public import Diagnostics

extension Rule {
  /// A character that was pasted from a page and looks like another.
  public static let pastedCharacter = Rule(
    "yaml/pasted",
    .warning,
    reports: "A blank that is none, an invisible character, or a quote of a word processor.",
    why: "YAML takes it for a letter: the key is another key, the text has quotes inside.",
    fires: "# Files\n\n```yaml schema=yaml reason=\"an example\"\nname: “web”\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\nname: \"web\"\n```\n"
  )
}

extension Diagnostic {
  private static let strangers: [(bytes: [UInt8], name: String, instead: String)] = [
    (Array("\u{A0}".utf8), "a no-break space", " "),
    (Array("\u{202F}".utf8), "a narrow no-break space", " "),
    (Array("\u{2007}".utf8), "a figure space", " "),
    (Array("\u{200B}".utf8), "a zero-width space", ""),
    (Array("\u{FEFF}".utf8), "a byte order mark", ""),
  ]

  private static let quotes: [Unicode.Scalar] = ["“", "”", "„", "‘", "’"]

  /// The blanks that are none, wherever they stand outside comments.
  ///
  /// - Parameter text: YAML; only its bytes are looked at.
  /// - Returns: a finding for each.
  static func pastedBlanks(in text: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var isComment = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\n") { isComment = false }
      let isFirst = index == 0 || text[index - 1] == 0x20 || text[index - 1] == 0x0A
      if byte == UInt8(ascii: "#"), isFirst { isComment = true }
      guard byte >= 0xC2, !isComment else { continue }
      for (bytes, name, instead) in strangers where text[index...].starts(with: bytes) {
        let range = index..<(index + bytes.count)
        let what = instead.isEmpty ? "nothing" : "a blank"
        findings.append(
          Diagnostic(
            .pastedCharacter,
            at: range,
            "\(name) stands here, where \(what) is expected",
            fixes: [Fix("replace it", edits: [Edit(Location(range: range), with: instead)])]
          )
        )
      }
    }
    return findings
  }

  /// A plain scalar that begins with a quote of a word processor.
  static func pastedQuotes(around text: String, at range: Range<Int>) -> Diagnostic? {
    guard let first = text.unicodeScalars.first, quotes.contains(first) else { return nil }
    return Diagnostic(
      .pastedCharacter,
      at: range,
      "`\(text)` has quotes of a word processor, which YAML takes for letters; `\"` or `'` is expected"
    )
  }
}
