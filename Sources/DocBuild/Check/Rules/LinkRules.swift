internal import Diagnostics

extension Rule {
  static let missingFile = Rule(
    "link/missing-file",
    reports: "A link leads to a guide or page that does not exist.",
    why: "A reader in the middle of a procedure lands nowhere.",
    fires: "# Steps\n\nSee [the next step](nowhere.md).\n",
    fixed: "# Steps\n\nSee [the next step](#steps).\n"
  )

  static let missingAnchor = Rule(
    "link/missing-anchor",
    reports: "A link leads to a heading that does not exist.",
    why: "A reader lands at the top of a long page and has to search.",
    fires: "# Steps\n\nSee [the first](#step).\n",
    fixed: "# Steps\n\nSee [the first](#steps).\n"
  )
}

extension Diagnostic {
  static func missingFile(_ target: String, at location: Location, nearest: [String]) -> Diagnostic
  {
    Diagnostic(
      .missingFile,
      at: location,
      "there is no page `\(target)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

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
