public import Diagnostics

extension Rule {
  /// A name that a variable had before.
  public static let renamedVariable = Rule(
    "vars/renamed",
    reports: "A variable that has another name at this revision.",
    why: "The playbook stops with an error, or ignores the old name.",
    fires: .variables("matrix_coturn_turn_static_auth_secret: \"{{ vault_turn_secret }}\""),
    fixed: .variables("coturn_turn_static_auth_secret: \"{{ vault_turn_secret }}\"")
  )
}

extension Diagnostic {
  /// A new name that stands in the file already is nothing to write without asking.
  static func renamedVariable(
    _ name: String,
    to new: String,
    at range: Range<Int>,
    _ catalog: String,
    isFree: Bool
  ) -> Diagnostic {
    let edit = Edit(Location(range: range), with: new, replacing: name)
    return Diagnostic(
      .renamedVariable,
      at: range,
      "`\(name)` is called `\(new)` now",
      notes: [Note("checked against \(catalog)")],
      fixes: [Fix("write `\(new)`", edits: [edit], isSafe: isFree)]
    )
  }
}
