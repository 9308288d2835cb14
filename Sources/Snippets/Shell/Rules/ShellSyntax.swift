internal import Diagnostics
internal import Languages

extension Rule {
  static let shellSyntax = Rule(
    "shell/syntax",
    reports: "A script that bash rejects.",
    why: "Pasted into a terminal, only some of the commands run.",
    fires: .fence("bash", "if systemctl is-active haproxy; then\n  echo up\ndone"),
    fixed: .fence("bash", "if systemctl is-active haproxy; then\n  echo up\nfi")
  )

  static let shellQuote = Rule(
    "shell/quote",
    reports: "An unclosed quote in a script.",
    why: "The shell treats everything that follows as text, and waits for more.",
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
        notes: opener.map { [Note("`\($0.word)` starts here", at: Location(range: $0.range))] }
          ?? []
      )
    case .unfinished:
      let word = opener?.word ?? ""
      let closer = ShellParser.closing[word] ?? closingBrackets[word] ?? ""
      return Diagnostic(.shellSyntax, at: mistake.range, "missing `\(closer)` for this `\(word)`")
    case .commandMissing:
      return Diagnostic(.shellSyntax, at: mistake.range, "expected a command after this")
    case .quote(let quote):
      return Diagnostic(
        .shellQuote,
        at: mistake.range,
        "missing closing `\(quote == "`" ? "\\`" : quote)`"
      )
    case .bracket(let open, let closing):
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "missing closing `\(closing)` for this `\(open)`"
      )
    case .condition(let expected):
      return Diagnostic(.shellSyntax, at: mistake.range, expected)
    case .loopExpressions:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "expected three expressions with `;` between them after `for ((`"
      )
    case .document(let document): return hereDocument(document, at: mistake.range)
    case .extendedPattern:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "an extended pattern requires `shopt -s extglob` on an earlier line"
      )
    case .depth:
      return Diagnostic(
        .shellSyntax,
        at: mistake.range,
        "expected at most \(ShellParser.deepest) levels of nesting"
      )
    }
  }

  private static let closingBrackets = ["[[": "]]", "((": "))", "${": "}", "$[": "]", "[": "]"]

  private static func words(for token: String, in opener: ShellMistake.Opener?) -> String {
    let isLineEnd = token == "\n"
    let shown = isLineEnd ? "the end of the line" : "`\(token)`"
    let expected = opener.flatMap { ShellParser.closing[$0.word] ?? closingBrackets[$0.word] }
    if opener?.word == "case", token == ")" { return "expected `;;` before the next pattern" }
    if let begin = ShellParser.closers[token] {
      guard let opener, let expected else {
        return "unmatched \(shown); no `\(begin)` is open"
      }
      return expected == token || ShellParser.closers[token] == opener.word
        ? "expected a command before \(shown)"
        : "expected `\(expected)` before \(shown), since `\(opener.word)` is open"
    }
    return isLineEnd
      ? "expected a command, found the end of the line" : "unexpected \(shown)"
  }
}
