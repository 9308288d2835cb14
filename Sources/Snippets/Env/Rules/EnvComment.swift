internal import Diagnostics

extension Rule {
  static let envComment = Rule(
    "env/comment",
    .warning,
    reports: "What looks like a comment is part of a value.",
    why: "A comment in a line begins with a blank and `#`, behind a value that is not empty.",
    fires: .fence("dotenv", "REGION= # none"),
    fixed: .fence("dotenv", "# none\nREGION=")
  )
}

extension Diagnostic {
  static func commentAsValue(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envComment,
      at: range,
      "compose takes this for the value; a comment is expected on a line of its own"
    )
  }
}
