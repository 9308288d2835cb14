internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedSyntax = Rule(
    "keepalived/syntax",
    reports: "An unclosed or unmatched brace or quote.",
    why: "Keepalived reads what follows as part of the block, or drops it.",
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
      "missing closing `}` of `\(statement.name.text)`"
    )
    .damaging(.rest)
  }

  static func keepalivedBrace(closing range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "unmatched `}`").damaging(.rest)
  }

  static func keepalivedBrace(opening range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "expected no block here").damaging(.rest)
  }

  static func keepalivedBrace(missingAfter name: Word) -> Diagnostic {
    Diagnostic(
      .keepalivedSyntax,
      at: name.range,
      "expected a block in braces after `\(name.text)`"
    )
    .damaging(.rest)
  }

  static func keepalivedQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.keepalivedSyntax, at: range, "missing closing quote on this line")
  }
}
