public import Diagnostics

extension Rule {
  /// A name that no variable of the catalog has.
  public static let unknownVariable = Rule(
    "vars/unknown",
    reports: "A variable that is not in the catalog of the Ansible roles.",
    why: "Ansible silently ignores it, and the setting keeps its default.",
    fires: .shop("shop_web_worker_count: 4"),
    fixed: .shop("shop_web_workers_count: 4")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_web_workers_count\tint"])
  }
}

extension Diagnostic {
  static func unknownVariable(
    _ name: String,
    at range: Range<Int>,
    nearest: [String],
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unknownVariable,
      at: range,
      "unknown variable `\(name)`",
      notes: [Note("Checked against \(catalog).")],
      fixes: .replacements(nearest, ofKey: name, at: range)
    )
  }

  /// The same for a name that an expression reads.
  static func unknownInExpression(
    _ name: String,
    at range: Range<Int>,
    nearest: [String],
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unknownVariable,
      at: range,
      "undefined variable `\(name)`; neither the catalog nor this file has it",
      notes: [Note("Checked against \(catalog).")],
      fixes: .replacements(nearest, at: range)
    )
  }

  static func misconceived(
    _ name: String,
    _ advice: VariableAdvice.Misconception,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .unknownVariable,
      at: range,
      "unknown variable `\(name)`; \(advice.reason)",
      fixes: .replacements([advice.instead], at: range)
    )
  }
}
