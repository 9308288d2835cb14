internal import Diagnostics

extension Rule {
  static let loadedFromOutside = Rule(
    "link/loaded-from-outside",
    reports: "A picture, or anything else that a browser loads by itself, stands on another site.",
    why:
      "Pages are read where no network is, and their policy keeps a browser from asking elsewhere.",
    fires: "# Plan\n\n![The plan](https://example.org/plan.png)\n",
    fixed: "# Plan\n\nSee [the plan](https://example.org/plan.png).\n"
  )
}

extension Diagnostic {
  static func loadedFromOutside(at location: Location) -> Diagnostic {
    Diagnostic(
      .loadedFromOutside,
      at: location,
      "a file beside the chapters is expected, not one that is loaded from another site"
    )
  }
}
