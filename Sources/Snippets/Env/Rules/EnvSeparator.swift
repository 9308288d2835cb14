internal import Diagnostics

extension Rule {
  static let envSeparator = Rule(
    "env/separator",
    .warning,
    reports: "Something else than a bare `=` stands between a name and its value.",
    why: "Compose allows it; the shell, systemd and `docker run --env-file` do not.",
    fires: .fence("dotenv", "TAG = v1.2"),
    fixed: .fence("dotenv", "TAG=v1.2")
  )
}

extension Diagnostic {
  static func wrongSeparator(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envSeparator,
      at: range,
      "`=` without blanks is expected between the name and the value",
      fixes: [Fix("write `=`", edits: [Edit(Location(range: range), with: "=")])]
    )
  }
}
