internal import Diagnostics

extension Rule {
  static let duplicateHint = Rule(
    "data/duplicate-hint",
    reports: "Two keys are declared with the same hint.",
    why: "A reader replaces a hint everywhere at once, so two values behind one hint become one.",
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
  static func duplicateHint(
    _ hint: String,
    of declaration: KeyDeclaration,
    owner: KeyDeclaration
  ) -> Diagnostic {
    Diagnostic(
      .duplicateHint,
      at: declaration.location,
      "`\(declaration.key)` has the hint `\(hint)`, which is that of `\(owner.key)`",
      notes: [Note("declared here", at: owner.location)]
    )
  }
}
