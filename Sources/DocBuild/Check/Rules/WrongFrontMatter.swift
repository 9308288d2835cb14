internal import Diagnostics

extension Rule {
  static let wrongFrontMatter = Rule(
    "page/front-matter",
    reports: "Malformed front matter of a page.",
    why: "It would be lost or printed as text, and the page would have another title.",
    fires: "---\ntitle: A page\n\n# A page\n",
    fixed: "---\ntitle: A page\n---\n\n# A page\n"
  )
}

extension Diagnostic {
  static func wrongFrontMatter(
    _ message: String,
    at location: Location,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.wrongFrontMatter, at: location, message, fixes: help.map { [Fix($0)] } ?? [])
  }
}
