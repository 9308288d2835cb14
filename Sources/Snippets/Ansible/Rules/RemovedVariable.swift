public import Diagnostics

extension Rule {
  /// A name of a variable that is gone.
  public static let removedVariable = Rule(
    "vars/removed",
    reports: "A variable that the Ansible roles have removed.",
    why: "Ansible stops with an error, or ignores it.",
    fires: .shop("shop_flash_enabled: true"),
    fixed: .shop("shop_search_enabled: true")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(
      lines,
      of: ["shop_search_enabled\tbool"],
      renames: ["removed\tshop_flash_enabled\tshop_search_enabled"]
    )
  }
}

extension Diagnostic {
  static func removedVariable(
    _ name: String,
    successors: [String],
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .removedVariable,
      at: range,
      "`\(name)` was removed from the roles",
      notes: [Note("Checked against \(catalog).")],
      fixes: successors.map { Fix("see `\($0)` instead") }
    )
  }
}
