internal import Diagnostics

extension Rule {
  static let envNoValue = Rule(
    "env/no-value",
    .warning,
    reports: "A line of a `.env` file with a name and no `=`.",
    why:
      "Compose takes the value from the shell that starts it, which differs between a login and a timer.",
    fires: .fence("dotenv", "TAG"),
    fixed: .fence("dotenv", "TAG=v1.2")
  )
}

extension Diagnostic {
  static func variableWithoutValue(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envNoValue,
      at: range,
      "missing `=` and a value after `\(name)`"
    )
  }
}
