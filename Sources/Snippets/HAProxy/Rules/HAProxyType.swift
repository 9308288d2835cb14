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
}
