public import Diagnostics

extension Rule {
  /// A variable that vars.yml cannot set.
  public static let noEffect = Rule(
    "vars/no-effect",
    .warning,
    reports: "A variable that a role sets itself, after vars.yml is read.",
    why: "What stands in vars.yml never reaches the program.",
    fires: .variables("matrix_synapse_email_smtp_enable_tls: true"),
    fixed: .variables("matrix_synapse_email_enabled: true")
  )
}

extension Diagnostic {
  static func noEffect(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .noEffect,
      at: range,
      "`\(name)` has no effect in vars.yml: its role sets it afterwards"
    )
  }
}
