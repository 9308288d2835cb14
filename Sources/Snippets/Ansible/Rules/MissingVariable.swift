public import Diagnostics

extension Rule {
  /// A variable that a whole vars.yml does not set though it must.
  public static let missingVariable = Rule(
    "vars/required",
    reports: "A whole vars.yml does not set a variable that every installation must.",
    why: "The playbook stops at its first checks.",
    fires: .variables(
      "matrix_domain: example.org\nmatrix_playbook_migration_validated_version: v2026.05.18.0"
    ),
    fixed: .variables(
      "matrix_domain: example.org\nmatrix_playbook_migration_validated_version: v2026.05.18.0\n"
        + "matrix_homeserver_generic_secret_key: \"{{ vault_generic_secret_key }}\""
    )
  )
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
      "`\(name)\(value)` is expected in this file",
      notes: [Note("checked against \(catalog)")]
    )
  }
}
