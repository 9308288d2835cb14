internal import Diagnostics

extension Rule {
  static let envSeparator = Rule(
    "env/separator",
    .warning,
    reports: "Something other than a bare `=` between a name and its value.",
    why: "Compose accepts it, but the shell, systemd and `docker run --env-file` do not.",
    fires: .fence("dotenv", "TAG = v1.2"),
    fixed: .fence("dotenv", "TAG=v1.2")
  )
}

extension Diagnostic {
  static func wrongSeparator(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envSeparator,
      at: range,
      "expected `=` without spaces between the name and the value",
      fixes: [Fix("write `=`", edits: [Edit(Location(range: range), with: "=")])]
    )
  }
}
