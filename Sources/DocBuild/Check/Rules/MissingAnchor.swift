internal import Diagnostics

extension Rule {
  static let missingAnchor = Rule(
    "link/missing-anchor",
    reports: "A link leads to a heading that does not exist.",
    why: "A reader lands at the top of a long page and has to search.",
    fires: "# Steps\n\nSee [the first](#step).\n",
    fixed: "# Steps\n\nSee [the first](#steps).\n"
  )
}

extension Diagnostic {
  static func missingAnchor(
    _ anchor: String,
    in page: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .missingAnchor,
      at: location,
      "no heading of `\(page)` has the anchor `#\(anchor)`",
      fixes: nearest.map { Fix("did you mean `#\($0)`?") }
    )
  }
}
