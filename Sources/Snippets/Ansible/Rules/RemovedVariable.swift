public import Diagnostics

extension Rule {
  /// A name of a variable that is gone.
  public static let removedVariable = Rule(
    "vars/removed",
    reports: "A variable that the playbook no longer has.",
    why: "The playbook stops with an error, or ignores it.",
    fires: .variables("matrix_nginx_proxy_enabled: true"),
    fixed: .variables("traefik_enabled: true")
  )
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
      "`\(name)` was removed from the playbook",
      notes: [Note("checked against \(catalog)")],
      fixes: successors.map { Fix("look at `\($0)` instead") }
    )
  }
}
