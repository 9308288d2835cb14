internal import Diagnostics

extension Rule {
  static let envDuplicate = Rule(
    "env/duplicate",
    .warning,
    reports: "A variable stands twice in a `.env` file.",
    why: "Only the last value counts, and nothing says so.",
    fires: .fence("dotenv", "TAG=v1\nTAG=v2"),
    fixed: .fence("dotenv", "TAG=v2")
  )
}

extension Diagnostic {
  static func variableTwice(
    _ name: String,
    at range: Range<Int>,
    first: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .envDuplicate,
      at: range,
      "`\(name)` has a value already, which this one replaces",
      notes: [Note("it stands here first", at: Location(range: first))]
    )
  }
}
