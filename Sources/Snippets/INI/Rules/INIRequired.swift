internal import Diagnostics
internal import Languages

extension Rule {
  static let iniRequired = Rule(
    "ini/required",
    reports: "A missing key or section that the program requires.",
    why: "PgBouncer does not start, pgBackRest stops, systemd rejects the unit.",
    fires: .fence("ini file=a.timer", "[Timer]\nPersistent=true"),
    fixed: .fence("ini file=a.timer", "[Timer]\nOnCalendar=daily\nPersistent=true")
  )

  static let iniConnection = Rule(
    "ini/connection",
    reports: "A connection string that PgBouncer cannot parse.",
    why: "PgBouncer does not start.",
    fires: .fence("ini file=pgbouncer.ini", "[databases]\na = host=pg1 port\n\n[pgbouncer]"),
    fixed: .fence("ini file=pgbouncer.ini", "[databases]\na = host=pg1 port=5432\n\n[pgbouncer]")
  )
}

extension Diagnostic {
  static func missingSection(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniRequired, at: range, "missing section `[\(name)]`").about(.lacking(name))
  }

  static func missingINIKey(_ key: String, of owner: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniRequired, at: range, "missing key `\(key)`, which \(owner) requires")
      .about(.lacking(key))
  }

  static func missingOneOf(_ keys: [String], of owner: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniRequired, at: range, "missing key \(ValueShape.list(keys)) in \(owner)")
      .about(.lacking(keys.joined(separator: " ")))
  }

  static func wrongConnection(_ message: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniConnection, at: range, message)
  }
}
