public import Diagnostics

extension Rule {
  /// A name that a variable had before.
  public static let renamedVariable = Rule(
    "vars/renamed",
    reports: "A variable that has a new name at this revision.",
    why: "Ansible stops with an error, or ignores the old name.",
    fires: .shop("shop_db_host: 10.20.0.11"),
    fixed: .shop("shop_database_host: 10.20.0.11")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(
      lines,
      of: ["shop_database_host\tstring"],
      renames: ["rename\tshop_db_host\tshop_database_host"]
    )
  }
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
      "`\(name)` was renamed to `\(new)`",
      notes: [Note("Checked against \(catalog).")],
      fixes: [Fix("write `\(new)`", edits: [edit], isSafe: isFree)]
    )
  }
}
