internal import Diagnostics

extension Rule {
  static let misplacedPage = Rule(
    "page/file",
    reports: "A file of the guides has a name or a place that no page can have.",
    why: "It would be missing from the site, or from the bundle on a system that refuses its name.",
    fires: Example(path: "guides/loose.md", "# A page\n"),
    fixed: Example(path: "guides/1-setup/1-page.md", "# A page\n")
  )
}

extension Diagnostic {
  static func misplacedPage(_ message: String, of path: String) -> Diagnostic {
    Diagnostic(.misplacedPage, at: Location(path: path, range: 0..<0), message)
  }
}
