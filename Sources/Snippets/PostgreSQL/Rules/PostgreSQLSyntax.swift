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
    reports: "A line of postgresql.conf that is no name with one value.",
    why: "PostgreSQL refuses the whole file and does not start.",
    fires: .postgresql("listen_addresses = *"),
    fixed: .postgresql("listen_addresses = '*'")
  )
}

extension Diagnostic {
  static func postgresqlName(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: range, "a parameter such as `max_connections` is expected")
  }

  static func postgresqlNoValue(_ name: Word) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: name.range, "a value is expected behind `\(name.text)`")
  }

  static func postgresqlQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.postgresqlSyntax, at: range, "the quote must be closed on this line")
  }

  static func postgresqlNeedsQuotes(_ value: Word) -> Diagnostic {
    let quoted = "'\(value.text)'"
    let isQuotable = !value.text.contains("'") && !value.text.contains("\\")
    let edit = Edit(Location(range: value.range), with: quoted)
    return Diagnostic(
      .postgresqlSyntax,
      at: value.range,
      "single quotes are expected around `\(value.text)`",
      fixes: isQuotable ? [Fix("write `\(quoted)`", edits: [edit])] : []
    )
  }

  static func postgresqlExtra(_ rest: Word) -> Diagnostic {
    let message = "nothing more is expected behind the value, but got `\(rest.text)`"
    return Diagnostic(.postgresqlSyntax, at: rest.range, message)
  }
}
