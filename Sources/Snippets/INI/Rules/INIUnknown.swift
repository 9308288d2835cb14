internal import Diagnostics

extension Rule {
  static let iniUnknownSection = Rule(
    "ini/unknown-section",
    reports: "A section that the program does not know.",
    why: "PgBouncer refuses the file; systemd leaves out all that stands in the section.",
    fires: .fence("ini file=a.service", "[Services]\nUser=root"),
    fixed: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nUser=root")
  )

  static let iniUnknownKey = Rule(
    "ini/unknown-key",
    reports: "A key that the program does not know, or not in this section.",
    why: "PgBouncer does not start; systemd and pgBackRest leave the line out.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nmax_client_con = 100"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nmax_client_conn = 100")
  )
}

extension Diagnostic {
  static func unknownSection(
    _ name: String,
    of program: String,
    at range: Range<Int>,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownSection,
      at: range,
      "\(program) knows no section `[\(name)]`",
      fixes: .replacements(nearest, at: range)
    )
  }

  static func unknownINIKey(
    _ key: String,
    of program: String,
    at range: Range<Int>,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownKey,
      at: range,
      "\(program) knows no key `\(key)`",
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
      "`\(key)` has no meaning in `[\(section)]`; the section `[\(instead)]` is expected"
    )
  }

  static func missingIndex(_ key: String, expected: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniUnknownKey,
      at: range,
      "`\(key)` needs an index, such as `\(expected)`",
      fixes: .replacements([expected], at: range)
    )
  }
}
