public import Diagnostics
internal import Languages

extension Rule {
  /// A character that was pasted from a page and looks like another.
  public static let pastedCharacter = Rule(
    "yaml/pasted",
    .warning,
    reports: "A non-breaking space, an invisible character, or a quote of a word processor.",
    why:
      "YAML treats it as an ordinary character, so the key is another key, or the string contains the quotes.",
    fires: .yaml("name: “web”"),
    fixed: .yaml("name: \"web\"")
  )
}

extension Diagnostic {
  private static let strangers: [(bytes: [UInt8], name: String, instead: String)] = [
    (Array("\u{85}".utf8), "a next-line character", "\n"),
    (Array("\u{A0}".utf8), "a non-breaking space", " "),
    (Array("\u{AD}".utf8), "a soft hyphen", ""),
    (Array("\u{2002}".utf8), "an en space", " "), (Array("\u{2003}".utf8), "an em space", " "),
    (Array("\u{2007}".utf8), "a figure space", " "), (Array("\u{2009}".utf8), "a thin space", " "),
    (Array("\u{200A}".utf8), "a hair space", " "),
    (Array("\u{200B}".utf8), "a zero-width space", ""),
    (Array("\u{200E}".utf8), "a direction mark", ""),
    (Array("\u{200F}".utf8), "a direction mark", ""),
    (Array("\u{2028}".utf8), "a line separator", "\n"),
    (Array("\u{2029}".utf8), "a paragraph separator", "\n"),
    (Array("\u{202F}".utf8), "a narrow non-breaking space", " "),
    (Array("\u{2060}".utf8), "a word joiner", ""), (Array("\u{3000}".utf8), "a wide space", " "),
    (Array("\u{FEFF}".utf8), "a byte order mark", ""),
  ]

  private static let quotes: [Unicode.Scalar] = ["“", "”", "„", "‘", "’", "«", "»"]

  /// The blanks that are none, and quotes and dashes of word processors at the head of plain scalars.
  static func pastedCharacters(in source: YAMLSource) -> [Diagnostic] {
    guard source.text.contains(where: { $0 >= 0xC2 }) else { return [] }
    return pastedBlanks(in: source.text)
      + source.tree.nodes.compactMap { node in
        node.isGuessed && !node.isAlias ? pastedSign(before: node.text, at: node.range) : nil
      }
  }

  /// Wherever they stand outside comments.
  private static func pastedBlanks(in text: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var isComment = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\n") { isComment = false }
      let isFirst = index == 0 || text[index - 1] == 0x20 || text[index - 1] == 0x0A
      if byte == UInt8(ascii: "#"), isFirst { isComment = true }
      guard byte >= 0xC2, !isComment else { continue }
      for (bytes, name, instead) in strangers where text[index...].starts(with: bytes) {
        let place = Location(range: index..<(index + bytes.count))
        let what = instead.isEmpty ? "nothing" : instead == " " ? "a space" : "a line break"
        findings.append(
          Diagnostic(
            .pastedCharacter,
            at: place,
            "expected \(what), found \(name)",
            fixes: [Fix("replace it", edits: [Edit(place, with: instead)])]
          )
        )
      }
    }
    return findings
  }

  private static func pastedSign(before text: String, at range: Range<Int>) -> Diagnostic? {
    var scalars = text.unicodeScalars[...]
    guard let first = scalars.popFirst(), !first.isASCII else { return nil }
    if quotes.contains(first) {
      return Diagnostic(
        .pastedCharacter,
        at: range,
        "expected `\"` or `'`, found the quotes of a word processor in `\(text)`, which YAML treats as ordinary characters"
      )
    }
    guard ["–", "—", "‐", "‑", "−"].contains(first), scalars.first == " " else { return nil }
    let place = Location(range: range.lowerBound..<(range.lowerBound + String(first).utf8.count))
    return Diagnostic(
      .pastedCharacter,
      at: place,
      "expected `-` before an element of a list, found `\(first)`, which YAML treats as an ordinary character",
      fixes: [Fix("write `-`", edits: [Edit(place, with: "-")])]
    )
  }
}
