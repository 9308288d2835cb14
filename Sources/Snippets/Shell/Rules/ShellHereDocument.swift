internal import Diagnostics
internal import Languages

extension Rule {
  static let shellHereDocument = Rule(
    "shell/heredoc",
    reports: "A here-document does not end where its author meant.",
    why: "It swallows the commands that follow: they are written to the file and never run.",
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
        "the here-document has no end: a line with `\(name)` alone is expected"
      )
    case .indented(let name, let blanks, let stripsTabs):
      let rule =
        stripsTabs
        ? "`<<-` takes tabs away, but no blanks"
        : "`<<` takes only a terminator without indentation"
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "the terminator `\(name)` is indented, and \(rule)",
        notes: [Note("it stands here", at: Location(range: blanks))],
        fixes: [removing(blanks, "remove the indentation")]
      )
    case .followed(let name, let terminator, let rest):
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "the terminator `\(name)` must stand alone on its line",
        notes: [Note("it is followed by more here", at: Location(range: terminator))],
        fixes: rest.isEmpty ? [] : [Fix("put what follows it on the next line")]
      )
    case .joined(let name, let backslash):
      return Diagnostic(
        .shellHereDocument,
        at: range,
        "a backslash joins the terminator `\(name)` to the line before it",
        notes: [Note("it stands here", at: Location(range: backslash))]
      )
    }
  }

  private static func removing(_ range: Range<Int>, _ words: String) -> Fix {
    Fix(words, edits: [Edit(Location(range: range), with: "")])
  }
}
