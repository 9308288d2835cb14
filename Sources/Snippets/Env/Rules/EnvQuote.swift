internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let envQuote = Rule(
    "env/quote",
    reports: "A quoted value of a `.env` file does not end, or ends before its line does.",
    why: "The value takes in the lines below, or compose refuses the file.",
    fires: .fence("dotenv", "PASSWORD=\"abc"),
    fixed: .fence("dotenv", "PASSWORD=\"abc\"")
  )
}

extension Diagnostic {
  static func openQuote(_ quote: UInt8, of name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envQuote,
      at: range,
      "the value of `\(name)` lacks its closing `\([quote].text)`"
    )
  }

  static func textAfterQuote(of name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envQuote,
      at: range,
      "nothing but a comment is expected after the quoted value of `\(name)`"
    )
  }
}
