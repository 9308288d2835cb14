internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func nftables(_ lines: String) -> Rule.Example { .fence("text file=nftables.conf", lines) }

  /// A ruleset with some lines of its chain.
  static func nftablesFile(_ lines: String) -> String {
    "table inet shop {\n  chain input {\n    type filter hook input priority filter; policy drop;\n"
      + "    \(lines)\n  }\n}"
  }
}

extension Rule {
  static let nftablesSyntax = Rule(
    "nftables/syntax",
    reports: "A word, a sign or a line end that the grammar of nft does not allow there.",
    why: "nft rejects the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("tcp dprot 22 accept")),
    fixed: .nftables(Rule.Example.nftablesFile("tcp dport 22 accept"))
  )
}

extension Diagnostic {
  static func nftablesString(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesSyntax, at: range, "missing closing `\"`")
  }

  /// What the grammar does not fit, in the words of what it does.
  static func nftablesSyntax(
    _ mistake: GrammarParser.Mistake,
    in tokens: [GrammarToken]
  ) -> Diagnostic {
    let token = tokens[mistake.token]
    let start = tokens[mistake.start]
    if token.reads("}"), mistake.token == mistake.start {
      return Diagnostic(.nftablesSyntax, at: token.range, "unmatched `}`").damaging(.rest)
    }
    if mistake.words.contains("}"), let brace = openBrace(before: mistake.token, in: tokens),
      token.kind == .eof || ["table", "chain", "map", "flowtable"].contains(token.text)
    {
      return Diagnostic(.nftablesSyntax, at: brace.range, "missing closing `}` of this `{`")
        .damaging(.rest)
    }
    if token.reads("{"), mistake.words.isEmpty,
      ["chain", "set", "map", "flowtable"].contains(start.text)
    {
      return Diagnostic(
        .nftablesSyntax,
        at: start.range,
        "expected `\(start.text)` in a table, found it outside of any"
      )
      .damaging(.rest)
    }
    if let finding = nftablesMisspelt(token, mistake.words, mistake) { return finding }
    if mistake.token > mistake.start,
      let finding = nftablesMisspelt(tokens[mistake.token - 1], mistake.wordsBefore, mistake)
    {
      return finding
    }
    let expected: String
    if ["}", ","].allSatisfy(mistake.words.contains) {
      expected = "`,` or `}`"
    } else if token.reads("}"), mistake.expected.contains("the end of the line") {
      expected = "`;` or the end of the line"
    } else {
      expected = expectation(of: mistake)
    }
    let message = "expected \(expected), found \(found(token))"
    return Diagnostic(.nftablesSyntax, at: token.range, message)
  }

  private static func nftablesMisspelt(
    _ token: GrammarToken,
    _ words: [String],
    _ mistake: GrammarParser.Mistake
  ) -> Diagnostic? {
    guard token.kind == .name, !words.contains(token.text) else { return nil }
    let near = NameIndex(words.filter { $0.first?.isLetter == true }).nearest(to: token.text)
    guard !near.isEmpty else { return nil }
    return Diagnostic(
      .nftablesSyntax,
      at: token.range,
      "unknown word `\(token.text)`",
      fixes: .replacements(near, at: token.range)
    )
  }

  private static func expectation(of mistake: GrammarParser.Mistake) -> String {
    // What may follow is less telling than what must.
    let general = mistake.expected.filter { !$0.hasPrefix("`") }
    let labels = mistake.expected.count <= 6 || general.isEmpty ? mistake.expected : general
    let shown = labels.prefix(6)
    return shown.dropLast().joined(separator: ", ") + (shown.count > 1 ? " or " : "")
      + (shown.last ?? "the end of the line")
  }

  private static func found(_ token: GrammarToken) -> String {
    switch token.kind {
    case .eof: "the end of the file"
    case .eol: token.text == ";" ? "`;`" : "the end of the line"
    default: "`\(token.text)`"
    }
  }

  /// The last brace before a token that is not closed.
  private static func openBrace(before place: Int, in tokens: [GrammarToken]) -> GrammarToken? {
    var open: [GrammarToken] = []
    for token in tokens[..<place] {
      if token.reads("{") { open.append(token) }
      if token.reads("}") { _ = open.popLast() }
    }
    return open.last
  }
}
