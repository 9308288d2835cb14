internal import Diagnostics

extension Rule {
  static let iniUnknownSection = Rule(
    "ini/unknown-section",
    reports: "A section that the program does not know.",
    why: "PgBouncer rejects the file; systemd ignores the whole section.",
    fires: .fence("ini file=a.service", "[Services]\nUser=root"),
    fixed: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nUser=root")
  )

  static let iniUnknownKey = Rule(
    "ini/unknown-key",
    reports: "A key that the program does not know in this section.",
    why: "PgBouncer does not start; systemd and pgBackRest ignore the line.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nmax_client_con = 100"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nmax_client_conn = 100")
  )
}

extension Diagnostic {
  static func unknownSection(
    _ name: String,
    at range: Range<Int>,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownSection,
      at: range,
      "unknown section `[\(name)]`",
      fixes: .replacements(nearest, at: range)
    )
  }

  static func unknownINIKey(
    _ key: String,
    at range: Range<Int>,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownKey,
      at: range,
      "unknown key `\(key)`",
      fixes: .replacements(nearest, at: range)
    )
  }

  static func misplacedKey(
    _ key: String,
    in section: String,
    instead: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownKey,
      at: range,
      "`\(key)` has no effect in `[\(section)]`; move it to `[\(instead)]`"
    )
  }

  static func missingIndex(_ key: String, expected: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniUnknownKey,
      at: range,
      "expected an index such as `\(expected)`, found `\(key)`",
      fixes: .replacements([expected], at: range)
    )
  }
}
