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
    let names = values.filter { !$0.isEmpty }.map { "`\($0)`" }
    let choice =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    return Diagnostic(
      .notInEnum,
      at: value.range,
      "expected \(choice) for `\(name)`, found `\(value.text)`",
      fixes: .replacements(NameIndex(values).nearest(to: value.text), at: value.range)
    )
  }
}
