internal import Diagnostics

extension Rule {
  static let loadedFromOutside = Rule(
    "link/loaded-from-outside",
    reports: "A picture, or anything else that a browser loads by itself, from another site.",
    why:
      "Pages are read without a network, and their policy forbids a browser to load anything from elsewhere.",
    fires: "# Plan\n\n![The plan](https://example.org/plan.png)\n",
    fixed: "# Plan\n\nSee [the plan](https://example.org/plan.png).\n"
  )
}

extension Diagnostic {
  static func loadedFromOutside(at location: Location) -> Diagnostic {
    Diagnostic(
      .loadedFromOutside,
      at: location,
      "expected a file next to the chapters, found one that is loaded from another site"
    )
  }
}
