internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let pastedText = Rule(
    "snippet/pasted",
    reports:
      "A space, a dash or a quote of a word processor where a program expects plain ones.",
    why:
      "The program treats it as an ordinary character, and on the page nobody sees the difference.",
    fires: .fence("bash", "echo “ready”"),
    fixed: .fence("bash", "echo \"ready\"")
  )
}

extension Diagnostic {
  /// Looks for pasted characters where a shell reads words.
  static func pastedIntoShell(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    guard text.contains(where: { $0 >= 0xC2 }) else { return [] }
    let meant = script.comments + script.documents + script.quotes
    return pasted(in: text) { place in !meant.contains { $0.contains(place) } }
  }

  /// Finds characters that were pasted from a page and look like others.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - matters: whether a character at a place has a meaning for the program.
  /// - Returns: a finding for each, with what is expected in its place.
  static func pasted(in text: [UInt8], where matters: (Int) -> Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in text.indices where text[index] >= 0xC2 {
      guard let stranger = strangers.first(where: { text[index...].starts(with: $0.bytes) }),
        matters(index)
      else { continue }
      let range = index..<(index + stranger.bytes.count)
      guard stranger.fits(in: text, at: range) else { continue }
      let instead = stranger.replacement(in: text, at: range)
      findings.append(
        Diagnostic(
          .pastedText,
          at: range,
          "expected \(shown(instead)), found \(stranger.name)",
          fixes: [Fix("replace it", edits: [Edit(Location(range: range), with: instead)])]
        )
      )
    }
    return findings
  }

  private static func shown(_ replacement: String) -> String {
    switch replacement {
    case "": "nothing"
    case " ": "a space"
    default: "`\(replacement)`"
    }
  }

  private static let strangers = [
    Stranger("\u{A0}", "a non-breaking space", " "),
    Stranger("\u{202F}", "a narrow non-breaking space", " "),
    Stranger("\u{2007}", "a figure space", " "),
    Stranger("\u{200B}", "a zero-width space", ""),
    Stranger("\u{FEFF}", "a byte order mark", ""),
    Stranger("“", "a quote of a word processor", "\""),
    Stranger("”", "a quote of a word processor", "\""),
    Stranger("„", "a quote of a word processor", "\""),
    Stranger("‘", "a quote of a word processor", "'"),
    Stranger("’", "a quote of a word processor", "'"),
    Stranger("–", "a dash of a word processor", "-"),
    Stranger("—", "a dash of a word processor", "-"),
  ]
}

/// A character that looks like another one.
private struct Stranger: Sendable {
  let bytes: [UInt8]
  let name: String
  let instead: String

  init(_ character: String, _ name: String, _ instead: String) {
    bytes = Array(character.utf8)
    self.name = name
    self.instead = instead
  }

  /// Word processors make one dash of the two before a long option.
  func replacement(in text: [UInt8], at range: Range<Int>) -> String {
    guard instead == "-" else { return instead }
    return text[range.upperBound...].prefix { $0.isLetter }.count > 1 ? "--" : "-"
  }

  /// A dash matters where a word begins, an apostrophe unless it stands between two letters.
  func fits(in text: [UInt8], at range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : UInt8(ascii: "\n")
    let after = range.upperBound < text.count ? text[range.upperBound] : UInt8(ascii: "\n")
    let isLineBreak = before == UInt8(ascii: "\n")
    if instead.hasPrefix("-") { return (before.isBlank || isLineBreak) && after.isLetter }
    if instead == "'" { return !(before.isLetter && after.isLetter) }
    return true
  }
}
