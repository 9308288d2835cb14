internal import Diagnostics

extension Rule {
  static let envName = Rule(
    "env/name",
    reports: "A line of a `.env` file does not begin with the name of a variable.",
    why: "Compose refuses the whole file, or leaves the line out without a word.",
    fires: .fence("dotenv", "MINIO ROOT=admin"),
    fixed: .fence("dotenv", "MINIO_ROOT=admin")
  )
}

extension Diagnostic {
  static func noAssignment(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.envName, at: range, "a line such as `NAME=value` is expected")
  }

  static func missingName(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.envName, at: range, "the name of a variable is expected before the `=`")
  }

  static func wrongName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envName,
      at: range,
      "`\(name)` is no name of a variable; letters, digits and `_` are expected"
    )
  }

  static func nameWithDigit(_ name: String, at range: Range<Int>) -> Diagnostic {
    var finding = Diagnostic(
      .envName,
      at: range,
      "a name begins with a letter or `_`; compose silently leaves `\(name)` out"
    )
    finding.severity = .warning
    return finding
  }
}
