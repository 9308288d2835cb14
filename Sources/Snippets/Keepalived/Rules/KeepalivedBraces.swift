internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedSyntax = Rule(
    "keepalived/syntax",
    reports: "A brace or a quote without its other half.",
    why: "Keepalived takes what follows for a part of the block, or drops it.",
    fires: .keepalived("vrrp_script check {\n  script \"/usr/bin/true\"\n  interval 2"),
    fixed: .keepalived("vrrp_script check {\n  script \"/usr/bin/true\"\n  interval 2\n}")
  )
}

extension Diagnostic {
  static func keepalivedBrace(unclosed statement: KeepalivedStatement) -> Diagnostic {
    let range = statement.brace ?? statement.name.range
    return Diagnostic(
      .keepalivedSyntax,
      at: range,
      "the block of `\(statement.name.text)` lacks its closing `}`"
    )
  }

  static func keepalivedBrace(closing range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "this `}` closes nothing")
  }

  static func keepalivedBrace(opening range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "no block is expected here")
  }

  static func keepalivedBrace(missingAfter name: Word) -> Diagnostic {
    Diagnostic(
      .keepalivedSyntax,
      at: name.range,
      "a block in braces is expected behind `\(name.text)`"
    )
  }

  static func keepalivedQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "the quote must be closed on this line")
  }
}
