internal import Diagnostics
internal import Machine

extension Rule {
  static let misplacedPage = Rule(
    "page/file",
    reports:
      "A file with a name or a place that no page can have, or a symbolic link out of the project.",
    why:
      "It would be missing from the site or a bundle, or a file of the machine would be published.",
    fires: Example(path: "guides/loose.md", "# A page\n"),
    fixed: Example(path: "guides/1-setup/1-page.md", "# A page\n")
  )
}

extension Diagnostic {
  static func misplacedPage(_ message: String, of path: String) -> Diagnostic {
    Diagnostic(.misplacedPage, at: Location(path: path, range: 0..<0), message)
  }
  static func strayLink(_ link: StrayLink) -> Diagnostic {
    misplacedPage(
      "expected a file or folder in the project, found a symbolic link to `\(link.destination)`",
      of: Files.displayed(link.path)
    )
  }
}
