internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let envQuote = Rule(
    "env/quote",
    reports:
      "A quoted value of a `.env` file that is not closed, or has more text after its closing quote.",
    why: "The value swallows the lines below, or Compose rejects the file.",
    fires: .fence("dotenv", "PASSWORD=\"abc"),
    fixed: .fence("dotenv", "PASSWORD=\"abc\"")
  )
}

extension Diagnostic {
  static func openQuote(_ quote: UInt8, of name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envQuote,
      at: range,
      "missing closing `\([quote].text)` in the value of `\(name)`"
    )
  }

  static func textAfterQuote(of name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .envQuote,
      at: range,
      "expected nothing but a comment after the quoted value of `\(name)`"
    )
  }
}
