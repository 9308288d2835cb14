public import Diagnostics
internal import Languages

extension Rule {
  /// A value that is not among those allowed.
  public static let notInEnum = Rule(
    "vars/enum",
    reports: "A variable's value is none of those that the playbook accepts.",
    why: "The playbook stops with an error, or falls back without a word.",
    fires: .variables("matrix_synapse_workers_preset: specialised-workers"),
    fixed: .variables("matrix_synapse_workers_preset: specialized-workers")
  )
}

extension Diagnostic {
  static func notInEnum(_ name: String, _ value: YAMLNode, _ values: [String]) -> Diagnostic {
    let names = values.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .notInEnum,
      at: value.range,
      "`\(name)` wants one of \(names), but got `\(value.text)`",
      fixes: .replacements(NameIndex(values).nearest(to: value.text), at: value.range)
    )
  }
}
