internal import Diagnostics

extension Rule {
  static let wrongHeadingName = Rule(
    "heading/name",
    reports: "The name in `{#name}` behind a heading is none, or another heading has it.",
    why: "A link to the name leads to the first heading that has it, or nowhere.",
    fires: "# Steps\n\n## One {#step}\n\n## Two {#step}\n",
    fixed: "# Steps\n\n## One {#step-1}\n\n## Two {#step-2}\n"
  )
}

extension Diagnostic {
  static func brokenHeadingName(_ found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongHeadingName,
      at: location,
      "expected `{#name}` of letters, digits, `-`, `_`, `.` and `:`, found `\(found)`"
    )
  }

  static func duplicateHeadingName(
    _ name: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongHeadingName,
      at: location,
      "duplicate name `\(name)` of a heading",
      notes: [Note("first defined here", at: first)]
    )
  }
}
