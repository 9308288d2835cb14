internal import Diagnostics

extension Rule {
  static let iniRequired = Rule(
    "ini/required",
    reports: "A key or a section is missing without which the program does not work.",
    why: "PgBouncer does not start, pgBackRest stops, systemd refuses the unit.",
    fires: .fence("ini file=a.timer", "[Timer]\nPersistent=true"),
    fixed: .fence("ini file=a.timer", "[Timer]\nOnCalendar=daily\nPersistent=true")
  )

  static let iniConnection = Rule(
    "ini/connection",
    reports: "A connection string of PgBouncer cannot be read.",
    why: "PgBouncer does not start.",
    fires: .fence("ini file=pgbouncer.ini", "[databases]\na = host=pg1 port\n\n[pgbouncer]"),
    fixed: .fence("ini file=pgbouncer.ini", "[databases]\na = host=pg1 port=5432\n\n[pgbouncer]")
  )
}

extension Diagnostic {
  static func missingSection(
    _ name: String,
    of program: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(.iniRequired, at: range, "\(program) wants a section `[\(name)]`")
  }

  static func missingINIKey(_ key: String, of owner: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniRequired, at: range, "the key `\(key)` is missing, which \(owner) asks for")
  }

  static func missingOneOf(_ keys: [String], of owner: String, at range: Range<Int>) -> Diagnostic {
    let list = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(.iniRequired, at: range, "one of \(list) is expected in \(owner)")
  }

  static func wrongConnection(_ message: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniConnection, at: range, message)
  }
}
