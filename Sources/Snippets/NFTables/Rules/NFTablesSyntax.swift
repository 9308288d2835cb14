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
    reports: "A brace or a text in quotes without its other half.",
    why: "nft refuses the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("tcp dport { 22, 443 accept")),
    fixed: .nftables(Rule.Example.nftablesFile("tcp dport { 22, 443 } accept"))
  )
}

extension Diagnostic {
  static func nftablesString(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesSyntax, at: range, "the text lacks its closing `\"`")
  }

  static func nftablesBrace(opening word: Word) -> Diagnostic {
    Diagnostic(.nftablesSyntax, at: word.range, "this `{` lacks its closing `}`")
  }

  static func nftablesBrace(closing word: Word) -> Diagnostic {
    Diagnostic(.nftablesSyntax, at: word.range, "this `}` closes nothing")
  }
}
