internal import Diagnostics

extension Rule {
  static let envDuplicate = Rule(
    "env/duplicate",
    .warning,
    reports: "A duplicate variable in a `.env` file.",
    why: "Compose silently uses the last value.",
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
      "duplicate variable `\(name)`; only the last one takes effect",
      notes: [Note("first defined here", at: Location(range: first))]
    )
  }
}
