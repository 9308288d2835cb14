internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyUnknownKeyword = Rule(
    "haproxy/unknown-keyword",
    reports: "A keyword, option or action that HAProxy does not know in this section.",
    why: "HAProxy rejects the file, or ignores the line with a warning.",
    fires: .haproxy(Rule.Example.haproxyFile("    option httplgo")),
    fixed: .haproxy(Rule.Example.haproxyFile("    option httplog"))
  )

  static let haproxyRemoved = Rule(
    "haproxy/removed",
    reports: "A keyword that HAProxy has removed.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    reqadd X-Forwarded-Proto:\\ https")),
    fixed: .haproxy(Rule.Example.haproxyFile("    http-request add-header X-Forwarded-Proto https"))
  )
}

extension Diagnostic {
  static func haproxyUnknown(_ word: Word, in section: String, _ names: [String]) -> Diagnostic {
    haproxyUnknown(word, "unknown keyword `\(word.text)` in `\(section)`", names)
  }

  static func haproxyUnknown(_ word: Word, behind keyword: String, _ names: [String]) -> Diagnostic
  {
    haproxyUnknown(word, "unknown word `\(word.text)` after `\(keyword)`", names)
  }

  static func haproxyUnknownSection(_ word: Word, meant: String) -> Diagnostic {
    haproxyUnknown(word, "unknown section `\(word.text)`", [meant])
  }

  private static func haproxyUnknown(
    _ word: Word,
    _ message: String,
    _ names: [String]
  ) -> Diagnostic {
    Diagnostic(
      .haproxyUnknownKeyword,
      at: word.range,
      message,
      fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
    )
  }

  static func haproxyMisplaced(_ word: Word, in section: String, isRefused: Bool) -> Diagnostic {
    let effect = isRefused ? "is not allowed" : "has no effect"
    var finding = Diagnostic(
      .haproxyUnknownKeyword,
      at: word.range,
      "`\(word.text)` \(effect) in `\(section)`"
    )
    if !isRefused { finding.severity = .warning }
    return finding
  }

  static func haproxyRemoved(
    _ word: Word,
    _ directive: DirectiveTable.Directive,
    since version: String? = nil
  ) -> Diagnostic {
    let since = version ?? directive.facts["since"] ?? ""
    let instead = directive.facts["instead"].map { "; use `\($0)`" } ?? ""
    let message = "HAProxy \(since) removed `\(word.text)`\(instead)"
    return Diagnostic(.haproxyRemoved, at: word.range, message)
  }
}
