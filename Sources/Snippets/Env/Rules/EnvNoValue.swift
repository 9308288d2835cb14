internal import Diagnostics

extension Rule {
  static let envNoValue = Rule(
    "env/no-value",
    .warning,
    reports: "A line of a `.env` file is a name alone.",
    why: "Compose takes the value from the shell that starts it, which is another one at night.",
    fires: .fence("dotenv", "TAG"),
    fixed: .fence("dotenv", "TAG=v1.2")
  )
}

extension Diagnostic {
  static func variableWithoutValue(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envNoValue,
      at: range,
      "`\(name)` has no value here; `\(name)=` and a value are expected"
    )
  }
}
