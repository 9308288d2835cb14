internal import Diagnostics

extension Rule {
  static let envName = Rule(
    "env/name",
    reports: "A line of a `.env` file that does not start with the name of a variable.",
    why: "Compose rejects the whole file, or silently ignores the line.",
    fires: .fence("dotenv", "MINIO ROOT=admin"),
    fixed: .fence("dotenv", "MINIO_ROOT=admin")
  )
}

extension Diagnostic {
  static func noAssignment(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.envName, at: range, "expected a line such as `NAME=value`").damaging(.line)
  }

  static func missingName(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.envName, at: range, "expected the name of a variable before `=`").damaging(.line)
  }

  static func wrongName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envName,
      at: range,
      "expected letters, digits and `_` in the name of a variable, found `\(name)`"
    )
    .damaging(.line)
  }

  static func nameWithDigit(_ name: String, at range: Range<Int>) -> Diagnostic {
    var finding = Diagnostic(
      .envName,
      at: range,
      "expected a letter or `_` at the start of a name, found `\(name)`; Compose silently ignores the line"
    )
    finding.severity = .warning
    return finding.damaging(.line)
  }
}
