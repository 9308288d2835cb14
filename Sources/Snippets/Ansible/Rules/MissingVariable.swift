public import Diagnostics

extension Rule {
  /// A variable that a whole vars.yml does not set though it must.
  public static let missingVariable = Rule(
    "vars/required",
    reports: "A whole vars.yml without a variable that every installation must set.",
    why: "Ansible stops at the first checks of the roles.",
    fires: .shop("shop_domain: example.org\nshop_owner: An Owner"),
    fixed: .shop(
      "shop_domain: example.org\nshop_owner: An Owner\nshop_secret: \"{{ vault_shop_secret }}\""
    )
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(
      lines,
      of: ["shop_domain", "shop_owner", "shop_secret"].map { $0 + "\tstring\t\trequired" }
    )
  }
}

extension Diagnostic {
  static func missingVariable(
    _ name: String,
    values: [String],
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    let value = values.count == 1 ? ": \(values[0])" : ""
    return Diagnostic(
      .missingVariable,
      at: range,
      "missing `\(name)\(value)` in this file",
      notes: [Note("Checked against \(catalog).")]
    )
  }
}
