internal import Diagnostics

extension Rule {
  static let iniDuplicate = Rule(
    "ini/duplicate",
    reports: "A key or a section stands twice.",
    why: "Only one of both counts, and which one depends on the program.",
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
      "`\(key)` has a value in this section already",
      notes: [Note("it stands here first", at: Location(range: first))]
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
      "there is a section `[\(name)]` already; \(reason)",
      notes: [Note("it begins here first", at: Location(range: first))]
    )
  }
}
