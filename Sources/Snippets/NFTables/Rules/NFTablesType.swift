internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesType = Rule(
    "nftables/type",
    reports: "A value that its expression cannot have, such as a port above 65535.",
    why: "nft rejects the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("tcp dport 70000 accept")),
    fixed: .nftables(Rule.Example.nftablesFile("tcp dport 7000 accept"))
  )
}

extension Diagnostic {
  /// What is wrong with rules, sets and hooks.
  static func nftablesRules(in config: NFTablesConfig) -> [Diagnostic] {
    NFTablesRuleset(config).findings
  }

  static func nftablesValue(
    _ token: GrammarToken,
    _ expected: String,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      .nftablesType,
      at: token.range,
      "expected \(expected), found `\(token.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: token.text), at: token.range)
    )
  }

  static func nftablesWrong(
    _ range: Range<Int>,
    _ written: String,
    _ type: NFTablesTable.ValueType
  ) -> Diagnostic {
    let found = written.replacing(" ", with: "")
    let message = "expected \(NFTablesValue.expected(of: type)), found `\(found)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesRange(_ range: Range<Int>, _ written: String) -> Diagnostic {
    let found = written.replacing(" ", with: "")
    let message = "expected a range from the lower to the higher value, found `\(found)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesParts(_ range: Range<Int>, _ found: Int, _ expected: Int) -> Diagnostic {
    let values = expected == 1 ? "1 value" : "\(expected) values joined by ` . `"
    return Diagnostic(.nftablesType, at: range, "expected \(values), found \(found)")
  }

  static func nftablesSetExpected(_ range: Range<Int>) -> Diagnostic {
    let message = "expected a set such as `{ 10.0.0.1 . 22 }` for several expressions"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesInterval(_ range: Range<Int>) -> Diagnostic {
    let message = "expected `flags interval` in a set with networks or ranges"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesSetType(
    _ range: Range<Int>,
    _ expected: String,
    _ found: String
  ) -> Diagnostic {
    let message = "expected an expression of the set's type `\(expected)`, found `\(found)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesUnknown(
    _ noun: String,
    _ token: GrammarToken,
    among names: [String]
  )
    -> Diagnostic
  {
    Diagnostic(
      .nftablesType,
      at: token.range,
      "unknown \(noun) `\(token.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: token.text), at: token.range)
    )
  }

  static func nftablesChain(
    _ range: Range<Int>,
    _ noun: String,
    _ found: String,
    _ allowed: [String],
    _ family: String
  ) -> Diagnostic {
    let message =
      "expected the \(noun) \(ValueShape.list(allowed)) in a table of `\(family)`, found `\(found)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesHook(
    _ range: Range<Int>,
    _ type: String,
    _ found: String,
    _ allowed: [String]
  ) -> Diagnostic {
    let hooks = ValueShape.list(allowed)
    let message = "expected the hook \(hooks) in a chain of type `\(type)`, found `\(found)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesPriority(
    _ range: Range<Int>,
    _ found: String,
    _ hook: String,
    _ family: String
  ) -> Diagnostic {
    let message = "priority `\(found)` does not exist at the hook `\(hook)` of `\(family)`"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesList(_ first: Range<Int>, _ extra: Range<Int>) -> Diagnostic {
    let range = first.lowerBound..<extra.upperBound
    let message = "expected a set such as `{ 22, 80 }`: only flags can be listed without braces"
    return Diagnostic(.nftablesType, at: range, message)
  }

  static func nftablesQueue(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(.nftablesType, at: range, "expected queues between 0 and 65535")
  }

  static func nftablesMissing(_ range: Range<Int>, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .nftablesType,
      at: range,
      "missing \(names.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }
}
