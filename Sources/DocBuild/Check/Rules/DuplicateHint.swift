internal import Diagnostics

extension Rule {
  static let duplicateHint = Rule(
    "data/duplicate-hint",
    reports: "Two keys with the same hint.",
    why: "Readers replace a hint everywhere at once, so two values with one hint become one.",
    fires: Example(
      path: "data/keys.yml",
      """
      ip.first: { type: ipv4, source: customer, hint: CHANGE_TO_IP, example: 10.0.0.1, about: One. }
      ip.second: { type: ipv4, source: customer, hint: CHANGE_TO_IP, example: 10.0.0.2, about: Two. }

      """
    ),
    fixed: Example(
      path: "data/keys.yml",
      """
      ip.first: { type: ipv4, source: customer, hint: CHANGE_TO_IP_1, example: 10.0.0.1, about: One. }
      ip.second: { type: ipv4, source: customer, hint: CHANGE_TO_IP_2, example: 10.0.0.2, about: Two. }

      """
    )
  )
}

extension Diagnostic {
  /// A hint of each server of a group that is the same for all.
  static func sharedHint(
    _ hint: String,
    of field: KeyDeclaration,
    in group: ServerGroup,
    _ count: Int
  ) -> Diagnostic {
    Diagnostic(
      .duplicateHint,
      at: field.location,
      "expected `{index}` in the hint `\(hint)` of `\(field.key)`: `\(group.id)` has \(count) servers"
    )
  }

  static func duplicateHint(
    _ hint: String,
    of declaration: KeyDeclaration,
    owner: KeyDeclaration
  ) -> Diagnostic {
    Diagnostic(
      .duplicateHint,
      at: declaration.hintLocation ?? declaration.location,
      "duplicate hint `\(hint)` of `\(declaration.key)`",
      notes: [Note("first used here, by `\(owner.key)`", at: owner.location)]
    )
  }
}
