internal import Diagnostics

extension Rule {
  static let redisSyntax = Rule(
    "redis/syntax",
    reports: "A quote that is not closed, or a word that goes on behind its closing quote.",
    why: "Redis refuses the whole file and does not start.",
    fires: .redis("save \""),
    fixed: .redis("save \"\"")
  )
}

extension Diagnostic {
  static func redisQuotes(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .redisSyntax,
      at: range,
      "the quote must be closed on this line, and a blank must follow it"
    )
  }
}
