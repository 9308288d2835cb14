internal import Diagnostics

extension Rule {
  static let wrongDestination = Rule(
    "link/destination",
    reports: "A link with a destination that leads nowhere on a page opened from disk.",
    why: "Pages are read from a folder or a bundle, where no address starts at the root of a site.",
    fires: "# Steps\n\nSee [the next step](/next).\n",
    fixed: "# Steps\n\nSee [the next step](#steps).\n"
  )
}

extension Diagnostic {
  static func wrongDestination(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongDestination, at: location, expected)
  }
}
