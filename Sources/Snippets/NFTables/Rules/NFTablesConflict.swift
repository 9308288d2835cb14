internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesConflict = Rule(
    "nftables/conflict",
    reports:
      "Parts of a rule that cannot be used together, such as two protocols, or something after a verdict.",
    why: "nft rejects the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("accept tcp dport 22")),
    fixed: .nftables(Rule.Example.nftablesFile("tcp dport 22 accept"))
  )
}

extension Diagnostic {
  static func nftablesAfter(_ range: Range<Int>, _ verdict: GrammarToken) -> Diagnostic {
    let message = "expected nothing after `\(verdict.text)`, which ends the rule"
    return Diagnostic(.nftablesConflict, at: range, message)
  }

  static func nftablesProtocol(
    _ range: Range<Int>,
    _ needed: String,
    after known: String
  ) -> Diagnostic {
    let message =
      "`\(needed)` conflicts with `\(known)`, which the packets of this rule already are"
    return Diagnostic(.nftablesConflict, at: range, message)
  }

  static func nftablesNeedsTransport(_ range: Range<Int>) -> Diagnostic {
    let message =
      "expected a match of the transport protocol, such as `tcp dport 80`, before a port"
    return Diagnostic(.nftablesConflict, at: range, message)
  }

  static func nftablesNeedsNetwork(_ word: GrammarToken) -> Diagnostic {
    let message = "expected `\(word.text) ip to` or `\(word.text) ip6 to` in a table of `inet`"
    return Diagnostic(.nftablesConflict, at: word.range, message)
  }

  /// Where only the version tells what is compared.
  static func nftablesNeedsVersion(_ range: Range<Int>, _ written: String) -> Diagnostic {
    let words = written.split(separator: " ")
    let before = words.dropLast().joined(separator: " ")
    let last = words.last ?? ""
    let message = "expected `\(before) ip \(last)` or `\(before) ip6 \(last)`, found `\(written)`"
    return Diagnostic(.nftablesConflict, at: range, message)
  }

  static func nftablesFamily(
    _ range: Range<Int>,
    _ written: String,
    _ families: [String],
    _ family: String
  ) -> Diagnostic {
    let message =
      "`\(written)` works in tables of \(ValueShape.list(families)) alone, found it in `\(family)`"
    return Diagnostic(.nftablesConflict, at: range, message)
  }

  static func nftablesExclusive(_ range: Range<Int>, _ one: String, _ other: String) -> Diagnostic {
    Diagnostic(.nftablesConflict, at: range, "`\(one)` cannot be used with `\(other)`")
  }

  static func nftablesFib(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesConflict, at: range, "expected `saddr` or `daddr` among the keys of `fib`")
  }

  static func nftablesFanout(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesConflict, at: range, "expected a range of queues with `fanout`")
  }

  static func nftablesNegation(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesConflict, at: range, "expected `!=` after an operation on bits, found `!`")
  }

  static func nftablesOverlap(_ range: Range<Int>, first: Range<Int>) -> Diagnostic {
    Diagnostic(
      .nftablesConflict,
      at: range,
      "expected elements that do not overlap",
      notes: [Diagnostic.Note("overlaps with this one", at: Location(range: first))]
    )
  }
}
