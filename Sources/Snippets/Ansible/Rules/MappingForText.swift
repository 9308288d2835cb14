public import Diagnostics

extension Rule {
  /// A mapping where a role expects a string with YAML in it.
  public static let mappingForText = Rule(
    "vars/mapping-for-text",
    .warning,
    reports: "A mapping as the value of a variable that contains YAML as a string.",
    why: "Ansible accepts it with a deprecation warning, and rejects it from ansible-core 2.23 on.",
    fires: .shop("shop_settings_extension_yaml:\n  theme: dark"),
    fixed: .shop("shop_settings_extension_yaml: |\n  theme: dark")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_settings_extension_yaml\tstring\t\tyaml"])
  }
}

extension Diagnostic {
  static func mappingForText(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .mappingForText,
      at: range,
      "expected YAML as a string for `\(name)`, found a mapping; write `|` after the colon"
    )
  }
}
