internal import Diagnostics

extension Rule {
  static let uselessDefinition = Rule(
    "link/definition",
    .warning,
    reports: "A definition of a link or a footnote that no reader sees.",
    why:
      "Of two with the same name only the first takes effect, and the page leaves out a footnote that nothing refers to.",
    fires: "# Steps\n\nDone.\n\n[manual]: https://example.org/\n",
    fixed: "# Steps\n\nSee the [manual].\n\n[manual]: https://example.org/\n"
  )
}

extension Diagnostic {
  static func duplicateDefinition(
    _ label: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .uselessDefinition,
      at: location,
      "duplicate definition `\(label)`",
      notes: [Note("first defined here", at: first)]
    )
  }

  static func unusedDefinition(
    _ label: String,
    at location: Location,
    isFootnote: Bool
  ) -> Diagnostic {
    Diagnostic(
      .uselessDefinition,
      at: location,
      isFootnote ? "unused footnote `\(label)`" : "unused definition `\(label)`"
    )
  }
}
