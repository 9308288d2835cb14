public import Diagnostics
internal import Languages

extension Rule {
  /// A value that is not among those allowed.
  public static let notInEnum = Rule(
    "vars/enum",
    reports: "A value of a variable that its Ansible role does not accept.",
    why: "Ansible stops with an error, or silently falls back.",
    fires: .shop("shop_mail_encryption: starttsl"),
    fixed: .shop("shop_mail_encryption: starttls")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_mail_encryption\tstring\tnone,starttls,tls"])
  }
}

extension Diagnostic {
  static func notInEnum(_ name: String, _ value: YAMLNode, _ values: [String]) -> Diagnostic {
    let choice = ValueShape.list(values.filter { !$0.isEmpty })
    return Diagnostic(
      .notInEnum,
      at: value.range,
      "expected \(choice) for `\(name)`, found `\(value.text)`",
      fixes: .replacements(NameIndex(values).nearest(to: value.text), at: value.range)
    )
  }
}
