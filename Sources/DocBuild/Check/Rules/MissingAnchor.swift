internal import Diagnostics

extension Rule {
  static let missingAnchor = Rule(
    "link/missing-anchor",
    reports: "A link to a heading that does not exist.",
    why: "Readers land at the top of a long page and have to search.",
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
      "undefined anchor `#\(anchor)` in `\(page)`",
      fixes: nearest.map { .didYouMean($0, as: "#\($0)") }
    )
    .about(.missing("\(page)#\(anchor)"))
  }
}
