internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxType = Rule(
    "nginx/type",
    reports: "An argument that a directive does not accept, or too many or too few of them.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginxSite(Rule.Example.nginxServer("    client_max_body_size 50mb;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    client_max_body_size 50m;"))
  )
}

extension Diagnostic {
  static func nginxInclude(_ name: Word) -> Diagnostic {
    Diagnostic(.nginxType, at: name.range, "`include` takes one path")
  }

  static func nginxArgument(
    _ word: Word,
    of directive: NginxDirective,
    _ expected: String
  ) -> Diagnostic {
    Diagnostic(
      .nginxType,
      at: word.range,
      "expected \(expected) for `\(directive.text)`, found `\(word.text)`"
    )
  }

  static func nginxParameter(
    _ word: Word,
    of directive: NginxDirective,
    nearest names: [String],
    all: [String] = []
  ) -> Diagnostic {
    let expected = all.isEmpty ? "" : "; expected \(ValueShape.list(all))"
    // The value after the `=` is kept.
    let name = String(word.text.prefix { $0 != "=" })
    let hasValue = name.utf8.count < word.text.utf8.count && !word.isQuoted
    let end = word.range.lowerBound + name.utf8.count + 1
    let part = hasValue ? word.range.lowerBound..<end : word.range
    return Diagnostic(
      .nginxType,
      at: word.range,
      "unknown parameter `\(word.text)` for `\(directive.text)`\(expected)",
      fixes: .replacements(NameIndex(names).nearest(to: hasValue ? name + "=" : name), at: part)
    )
  }

  static func nginxLevel(_ word: Word, _ levels: [String]) -> Diagnostic {
    Diagnostic(
      .nginxType,
      at: word.range,
      "expected \(ValueShape.list(levels)), found `\(word.text)`",
      fixes: .replacements(NameIndex(levels).nearest(to: word.text), at: word.range)
    )
  }

  static func nginxMissing(_ parameter: String, of directive: NginxDirective) -> Diagnostic {
    let message = "missing `\(parameter)` for `\(directive.text)`"
    return Diagnostic(.nginxType, at: directive.name.range, message)
  }
}
