public import Diagnostics

extension Rule {
  /// A variable that cannot be verified.
  public static let unverifiedVariable = Rule(
    "vars/unverified",
    .warning,
    reports: "An unknown variable of a role that the catalog has at another version.",
    why: "It may exist in the version that the playbook pins; look there.",
    fires: .variables("sable_example_quux: 1"),
    fixed: .variables("sable_enabled: false")
  )
}

extension Diagnostic {
  static func unverifiedVariable(
    _ name: String,
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unverifiedVariable,
      at: range,
      "`\(name)` cannot be verified",
      notes: [Note("\(catalog) has its role at another version than the playbook pins")]
    )
  }
}
