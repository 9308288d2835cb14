public import Diagnostics

extension Rule {
  /// A name that no variable of the playbook has.
  public static let unknownVariable = Rule(
    "vars/unknown",
    reports: "A variable that the playbook does not have at this revision.",
    why: "Ansible ignores it without a word, and the setting keeps its default.",
    fires: .variables("matrix_synapse_workers_sync_worker_count: 4"),
    fixed: .variables("matrix_synapse_workers_sync_workers_count: 4")
  )
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
      "the playbook has no variable `\(name)`",
      notes: [Note("checked against \(catalog)")],
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
      "neither the playbook nor this file has a variable `\(name)`",
      notes: [Note("checked against \(catalog)")],
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
      "the playbook never had `\(name)`: \(advice.reason)",
      fixes: .replacements([advice.instead], at: range)
    )
  }
}
