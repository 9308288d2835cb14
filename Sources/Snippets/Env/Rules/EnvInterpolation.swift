internal import Diagnostics

extension Rule {
  static let envInterpolation = Rule(
    "env/interpolation",
    reports: "A `${` in a value that Compose cannot substitute.",
    why: "Compose rejects the file.",
    fires: .fence("dotenv", "URL=http://${HOST"),
    fixed: .fence("dotenv", "HOST=a\nURL=http://${HOST}")
  )

  static let envUndefined = Rule(
    "env/undefined",
    .warning,
    reports: "A `$` in a value that makes the letters after it a variable, which nothing defines.",
    why: "Compose substitutes nothing, and the password silently loses what follows `$`.",
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
      "undefined variable `$\(name)`; for a literal `$` put the value in single quotes or write `$$`"
    )
  }
}
