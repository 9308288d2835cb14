internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyType = Rule(
    "haproxy/type",
    reports:
      "A value that HAProxy does not accept, such as a malformed time, number, address or keyword.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    timeout http-request 15 s")),
    fixed: .haproxy(Rule.Example.haproxyFile("    timeout http-request 15s"))
  )

  static let haproxySample = Rule(
    "haproxy/sample",
    reports: "An unknown sample fetch or converter, or one with wrong arguments.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    http-request deny if { pth_beg /old }")),
    fixed: .haproxy(Rule.Example.haproxyFile("    http-request deny if { path_beg /old }"))
  )
}

extension Diagnostic {
  static func haproxyValue(
    _ word: Word,
    of keyword: String,
    _ expected: String,
    among names: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      .haproxyType,
      at: word.range,
      "expected \(expected) after `\(keyword)`, found `\(word.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
    )
  }

  static func haproxyMissing(_ expected: String, behind word: Word) -> Diagnostic {
    Diagnostic(.haproxyType, at: word.range, "missing \(expected) after `\(word.text)`")
  }

  static func haproxyExtra(_ word: Word, behind keyword: String) -> Diagnostic {
    Diagnostic(
      .haproxyType,
      at: word.range,
      "expected nothing more after `\(keyword)`, found `\(word.text)`"
    )
  }

  static func haproxyUnknownSample(_ word: Word, _ noun: String, _ nearest: [String]) -> Diagnostic
  {
    Diagnostic(
      .haproxySample,
      at: word.range,
      "unknown \(noun) `\(word.text)`",
      fixes: .replacements(nearest, at: word.range)
    )
  }

  static func haproxyArguments(_ word: Word, _ expected: String, _ given: Int) -> Diagnostic {
    let message = "expected \(expected) arguments of `\(word.text)`, found \(given)"
    return Diagnostic(.haproxySample, at: word.range, message)
  }

  static func haproxyArgument(_ name: Word, _ argument: Word, _ expected: String) -> Diagnostic {
    let message = "expected \(expected) as argument of `\(name.text)`, found `\(argument.text)`"
    return Diagnostic(.haproxySample, at: argument.range, message)
  }

  /// HAProxy refuses an expression whose sample is never there, and a condition never holds.
  static func haproxyUnavailable(_ name: Word, in rules: String, isCondition: Bool) -> Diagnostic {
    let effect = isCondition ? ", so the condition never holds" : ""
    let message = "`\(name.text)` is not available in \(rules)\(effect)"
    var finding = Diagnostic(.haproxySample, at: name.range, message)
    if isCondition { finding.severity = .warning }
    return finding
  }

  static func haproxyUnknownAlias(_ word: Word, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .haproxySample,
      at: word.range,
      "unknown log variable `%\(word.text)`; a percent sign itself is `%%`",
      fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
    )
  }

  static func haproxyCount(_ name: Word, _ expected: Int, _ found: Int) -> Diagnostic {
    let values = expected == 1 ? "1 value" : "\(expected) values"
    let message = "expected \(values) after `\(name.text)`, found \(found)"
    return Diagnostic(.haproxyType, at: name.range, message)
  }

  static func haproxyVariable(_ word: Word, _ scopes: [String]) -> Diagnostic {
    let message = "expected a variable of \(ValueShape.list(scopes)), found `\(word.text)`"
    return Diagnostic(.haproxyType, at: word.range, message)
  }

  static func haproxySampleEnd(_ word: Word) -> Diagnostic {
    Diagnostic(.haproxySample, at: word.range, "missing closing `]` after `\(word.text)`")
  }
}
