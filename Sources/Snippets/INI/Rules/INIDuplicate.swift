internal import Diagnostics

extension Rule {
  static let iniDuplicate = Rule(
    "ini/duplicate",
    reports: "A duplicate key or section.",
    why: "Only one of the two takes effect, and which one depends on the program.",
    fires: .fence(
      "ini file=pgbouncer.ini",
      "[pgbouncer]\npool_mode = session\npool_mode = transaction"
    ),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\npool_mode = transaction")
  )
}

extension Diagnostic {
  static func keyTwice(_ key: String, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniDuplicate,
      at: range,
      "duplicate key `\(key)`",
      notes: [Note("first defined here", at: Location(range: first))]
    )
  }

  static func sectionTwice(
    _ name: String,
    at range: Range<Int>,
    first: Range<Int>,
    because reason: String
  ) -> Diagnostic {
    Diagnostic(
      .iniDuplicate,
      at: range,
      "duplicate section `[\(name)]`; \(reason)",
      notes: [Note("first defined here", at: Location(range: first))]
    )
  }
}
