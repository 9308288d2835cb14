internal import Diagnostics

extension Rule {
  static let envComment = Rule(
    "env/comment",
    .warning,
    reports: "A value that contains what looks like a comment.",
    why:
      "A comment starts with a space and `#` after a value that is not empty; otherwise the program reads it as the value.",
    fires: .fence("dotenv", "REGION= # none"),
    fixed: .fence("dotenv", "# none\nREGION=")
  )
}

extension Diagnostic {
  static func commentAsValue(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envComment,
      at: range,
      "expected the comment on a line of its own; Compose reads it as the value"
    )
  }
}
