internal import Diagnostics
internal import Languages
internal import Text

/// A command of a unit: a program and its arguments, which no shell reads.
enum SystemdCommand {
  /// Returns what is wrong with the command of a key.
  static func findings(in entry: INIFile.Entry, of text: [UInt8]) -> [Diagnostic] {
    let dialect = LineDialect(
      comments: Array("#;".utf8),
      quotes: Array("\"'".utf8),
      hasEscapes: true,
      joinsAtBackslash: true,
      joinsOverComments: true
    )
    let part = Array(text[..<entry.range.upperBound])
    let masked = part.enumerated().map { index, byte in
      index < entry.range.lowerBound && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte
    }
    guard let line = LogicalLine.lines(of: masked, dialect).last else { return [] }
    let words = line.words(dialect)
    if let open = words.first(where: { !$0.isClosed }) {
      return [.wrongCommand("unclosed quote in the command", at: open.range)]
    }
    guard let first = words.first else { return [] }
    if let escape = unknownEscape(in: text, entry.range) { return [escape] }
    let program = String(first.text.drop { "-@:+!|".contains($0) })
    var findings: [Diagnostic] = []
    if program.contains("/"), !program.hasPrefix("/"), !program.hasPrefix("%"),
      !program.hasPrefix("$")
    {
      findings.append(
        .wrongCommand(
          "expected the name or the absolute path of a program, found `\(program)`",
          at: first.range
        )
      )
    }
    let name = program.split(separator: "/").last.map(String.init) ?? program
    guard !shells.contains(name) else { return findings }
    for word in words.dropFirst() where !word.isQuoted && isForShell(word.text) {
      findings.append(
        .wrongCommand(
          "expected `/bin/sh -c '…'`, found `\(word.text)`, which is an argument since systemd runs no shell",
          at: word.range
        )
      )
    }
    return findings
  }

  /// A backslash with which no escape begins, so that systemd drops the whole command's escapes.
  private static func unknownEscape(in text: [UInt8], _ range: Range<Int>) -> Diagnostic? {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard text[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      let next = text[index + 1]
      if !"abfnrtvsxuU;\\\"'\n01234567".utf8.contains(next) {
        let sign = [next].text
        let instead = sign == "$" ? "; a literal `$` is `$$`" : ""
        var finding = Diagnostic.wrongCommand(
          "unknown escape `\\\(sign)`\(instead)",
          at: index..<index + 2
        )
        finding.severity = .warning
        return finding
      }
      index += 2
    }
    return nil
  }

  private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ksh", "ash", "env"]

  /// Signs with which only a shell can do anything.
  private static func isForShell(_ word: String) -> Bool {
    if ["|", "||", "&&", "&", ">", ">>", "<", "2>", "2>>", "&>"].contains(word) { return true }
    return ["2>&1", ">/dev/null", "2>/dev/null", ">>/", ">/"].contains { word.hasPrefix($0) }
      || word.hasPrefix("$(") || word.hasPrefix("`")
  }
}
