internal import Diagnostics
internal import Languages

extension Rule {
  static let shellSyntax = Rule(
    "shell/syntax",
    reports: "A script that bash refuses.",
    why: "Pasted into a terminal, half of the commands run and half do not.",
    fires: .fence("bash", "if systemctl is-active haproxy; then\n  echo up\ndone"),
    fixed: .fence("bash", "if systemctl is-active haproxy; then\n  echo up\nfi")
  )

  static let shellQuote = Rule(
    "shell/quote",
    reports: "A quote in a script is not closed.",
    why: "The shell takes all that follows for text, and waits for more.",
    fires: .fence("bash", "echo \"ready"),
    fixed: .fence("bash", "echo \"ready\"")
  )
}

extension Diagnostic {
  /// Words why bash refuses a script.
  static func shellMistake(_ mistake: ShellMistake) -> Diagnostic {
    let opener = mistake.openers.last
    switch mistake.kind {
    case .unexpected(let token):
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        words(for: token, in: opener),
        notes: opener.map { [Note("`\($0.word)` stands here", at: Location(range: $0.range))] }
          ?? []
      )
    case .unfinished:
      let word = opener?.word ?? ""
      let closer = ShellParser.closing[word] ?? closingBrackets[word] ?? ""
      return Diagnostic(.shellSyntax, at: mistake.range, "`\(word)` lacks its `\(closer)`")
    case .commandMissing:
      return Diagnostic(.shellSyntax, at: mistake.range, "a command is expected after this")
    case .quote(let quote):
      return Diagnostic(
        .shellQuote,
        at: mistake.range,
        "this quote lacks its closing `\(quote == "`" ? "\\`" : quote)`"
      )
    case .bracket(let open, let closing):
      return Diagnostic(.shellSyntax, at: mistake.range, "`\(open)` lacks its closing `\(closing)`")
    case .condition(let expected):
      return Diagnostic(.shellSyntax, at: mistake.range, expected)
    case .loopExpressions:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "`for ((` wants three expressions with `;` between them"
      )
    case .document(let document): return hereDocument(document, at: mistake.range)
    case .extendedPattern:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "an extended pattern needs `shopt -s extglob` on a line before it"
      )
    case .depth:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "at most \(ShellParser.deepest) levels of nesting are read"
      )
    }
  }

  private static let closingBrackets = ["[[": "]]", "((": "))", "${": "}", "$[": "]", "[": "]"]

  private static func words(for token: String, in opener: ShellMistake.Opener?) -> String {
    let isLineEnd = token == "\n"
    let shown = isLineEnd ? "the end of the line" : "`\(token)`"
    let expected = opener.flatMap { ShellParser.closing[$0.word] ?? closingBrackets[$0.word] }
    if opener?.word == "case", token == ")" { return "`;;` is expected before the next pattern" }
    if let begin = ShellParser.closers[token] {
      guard let opener, let expected else {
        return "\(shown) belongs to no `\(begin)`; a command is expected here"
      }
      return expected == token || ShellParser.closers[token] == opener.word
        ? "a command is expected before \(shown)"
        : "`\(expected)` is expected before \(shown), since `\(opener.word)` is open"
    }
    return isLineEnd
      ? "a command is expected here, but the line ends" : "\(shown) is not expected here"
  }
}
