internal import Diagnostics

extension Rule {
  static let redisSyntax = Rule(
    "redis/syntax",
    reports: "An unclosed quote, or a word that goes on after its closing quote.",
    why: "Redis rejects the whole file and does not start.",
    fires: .redis("save \""),
    fixed: .redis("save \"\"")
  )
}

extension Diagnostic {
  static func redisQuotes(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .redisSyntax,
      at: range,
      "expected a closing quote on this line, and a space after it"
    )
  }
}
