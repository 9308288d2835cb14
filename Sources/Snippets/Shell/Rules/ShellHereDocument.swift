internal import Diagnostics
internal import Languages

extension Rule {
  static let shellHereDocument = Rule(
    "shell/heredoc",
    reports: "A here-document that does not end where it should.",
    why: "It swallows the commands that follow, which are written to the file and never run.",
    fires: .fence("bash", "if true; then\n  cat <<EOF\n  a\n  EOF\nfi"),
    fixed: .fence("bash", "if true; then\n  cat <<EOF\n  a\nEOF\nfi")
  )
}

extension Diagnostic {
  /// Words why a here-document does not end.
  ///
  /// - Parameters:
  ///   - mistake: what was found in its place.
  ///   - range: the operator with its terminator.
  /// - Returns: the finding, with a fix where the terminator was meant.
  static func hereDocument(
    _ mistake: HereDocument.Mistake,
    at range: Range<Int>
  ) -> Diagnostic {
    switch mistake {
    case .missing(let name):
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "unclosed here-document; expected a line with only `\(name)`"
      )
    case .indented(let name, let blanks, let stripsTabs):
      let rule =
        stripsTabs
        ? "`<<-` removes tabs, but no spaces"
        : "`<<` requires a terminator without indentation"
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "the terminator `\(name)` is indented, and \(rule)",
        notes: [Note("it is here", at: Location(range: blanks))],
        fixes: [removing(blanks, "remove the indentation")]
      )
    case .followed(let name, let terminator, let rest):
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "expected the terminator `\(name)` alone on its line",
        notes: [Note("more follows it here", at: Location(range: terminator))],
        fixes: rest.isEmpty ? [] : [Fix("put what follows it on the next line")]
      )
    case .joined(let name, let backslash):
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "a backslash joins the terminator `\(name)` to the line before it",
        notes: [Note("it is here", at: Location(range: backslash))]
      )
    }
  }

  private static func removing(_ range: Range<Int>, _ words: String) -> Fix {
    Fix(words, edits: [Edit(Location(range: range), with: "")])
  }
}
