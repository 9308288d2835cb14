internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func postgresql(_ lines: String) -> Rule.Example {
    .fence("ini file=postgresql.conf", lines)
  }
}

extension Rule {
  static let postgresqlSyntax = Rule(
    "postgresql/syntax",
    reports: "A line of postgresql.conf that is not a name and one value.",
    why: "PostgreSQL rejects the whole file and does not start.",
    fires: .postgresql("listen_addresses = *"),
    fixed: .postgresql("listen_addresses = '*'")
  )
}

extension Diagnostic {
  static func postgresqlName(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: range, "expected the name of a parameter")
  }

  static func postgresqlNoValue(_ name: Word) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: name.range, "missing value for `\(name.text)`")
  }

  static func postgresqlQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: range, "unclosed quote")
  }

  static func postgresqlNeedsQuotes(_ value: Word) -> Diagnostic {
    let quoted = "'\(value.text)'"
    let isQuotable = !value.text.contains("'") && !value.text.contains("\\")
    let edit = Edit(Location(range: value.range), with: quoted)
    return Diagnostic(
      .postgresqlSyntax,
      at: value.range,
      "expected single quotes around `\(value.text)`",
      fixes: isQuotable ? [Fix("write `\(quoted)`", edits: [edit])] : []
    )
  }

  static func postgresqlExtra(_ rest: Word) -> Diagnostic {
    let message = "unexpected `\(rest.text)` after the value"
    return Diagnostic(.postgresqlSyntax, at: rest.range, message)
  }
}
