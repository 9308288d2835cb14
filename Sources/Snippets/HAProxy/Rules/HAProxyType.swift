internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyType = Rule(
    "haproxy/type",
    reports:
      "A value that HAProxy cannot take: no time, no number, no address, none of the words allowed.",
    why: "HAProxy refuses the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    timeout http-request 15 s")),
    fixed: .haproxy(Rule.Example.haproxyFile("    timeout http-request 15s"))
  )

  static let haproxySample = Rule(
    "haproxy/sample",
    reports: "A sample or a converter that HAProxy does not know, or with other arguments.",
    why: "HAProxy refuses the whole file.",
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
      "`\(keyword)` takes \(expected), but got `\(word.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
    )
  }

  static func haproxyMissing(_ expected: String, behind word: Word) -> Diagnostic {
    Diagnostic(.haproxyType, at: word.range, "`\(word.text)` needs \(expected) behind it")
  }

  static func haproxyExtra(_ word: Word, behind keyword: String) -> Diagnostic {
    Diagnostic(.haproxyType, at: word.range, "nothing more is expected behind `\(keyword)`")
  }

  static func haproxyUnknownSample(_ word: Word, _ noun: String, _ nearest: [String]) -> Diagnostic
  {
    Diagnostic(
      .haproxySample,
      at: word.range,
      "HAProxy has no \(noun) `\(word.text)`",
      fixes: .replacements(nearest, at: word.range)
    )
  }

  static func haproxyArguments(_ word: Word, _ expected: String, _ given: Int) -> Diagnostic {
    let message = "`\(word.text)` takes \(expected) arguments, but got \(given)"
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
}
