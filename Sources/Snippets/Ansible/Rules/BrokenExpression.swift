public import Diagnostics
internal import Languages

extension Rule {
  /// An expression that Ansible cannot evaluate.
  public static let brokenExpression = Rule(
    "vars/expression",
    reports: "An expression in a variable's value that Ansible cannot evaluate.",
    why: "Ansible stops at the first task that needs the variable.",
    fires: .shop("shop_mail_domain: \"mail.{{ shop_domain }\""),
    fixed: .shop("shop_mail_domain: \"mail.{{ shop_domain }}\"")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_domain\tstring", "shop_mail_domain\tstring"])
  }
}

extension Diagnostic {
  static func brokenExpression(_ message: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.brokenExpression, at: range, message)
  }

  static func unknownFilter(_ name: String, at range: Range<Int>) -> Diagnostic {
    let near = NameIndex(JinjaVocabulary.filters.sorted()).nearest(to: name)
    return Diagnostic(
      .brokenExpression,
      at: range,
      "unknown filter `\(name)`",
      fixes: .replacements(near, at: range)
    )
  }

  static func unknownTest(_ name: String, at range: Range<Int>) -> Diagnostic {
    let near = NameIndex(JinjaVocabulary.tests.sorted()).nearest(to: name)
    return Diagnostic(
      .brokenExpression,
      at: range,
      "unknown test `\(name)`",
      fixes: .replacements(near, at: range)
    )
  }

  /// An expression that YAML reads as mappings; with the text of the file where quotes around the
  /// value would mend it.
  static func unquotedExpression(at range: Range<Int>, _ source: [UInt8]?) -> Diagnostic {
    let fixes = source.map { source -> [Fix] in
      let text = String(decoding: source[range], as: UTF8.self)
      let quote = text.contains("\"") ? "'" : "\""
      guard !text.contains(quote) else { return [] }
      let edit = Edit(Location(range: range), with: quote + text + quote)
      return [Fix("put it in quotes", edits: [edit])]
    }
    return Diagnostic(
      .brokenExpression,
      at: range,
      "expected quotes around a value that starts with an expression; YAML reads `{{` as mappings",
      fixes: fixes ?? []
    )
  }
}
