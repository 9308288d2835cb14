internal import Diagnostics

extension Rule {
  static let envInterpolation = Rule(
    "env/interpolation",
    reports: "A `${` in a value begins no variable.",
    why: "Compose refuses the file.",
    fires: .fence("dotenv", "URL=http://${HOST"),
    fixed: .fence("dotenv", "HOST=a\nURL=http://${HOST}")
  )

  static let envUndefined = Rule(
    "env/undefined",
    .warning,
    reports: "A `$` in a value takes the letters behind it for a variable that nothing defines.",
    why: "The part of a password behind its `$` vanishes.",
    fires: .fence("dotenv", "PASSWORD=pa$word"),
    fixed: .fence("dotenv", "PASSWORD='pa$word'")
  )
}

extension Diagnostic {
  static func brokenVariable(_ mistake: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.envInterpolation, at: range, mistake)
  }

  static func undefinedVariable(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envUndefined,
      at: range,
      "`$\(name)` is replaced by nothing; single quotes around the value, or `$$`, keep the `$`"
    )
  }
}
