internal import Diagnostics

extension Rule {
  static let unclosed = Rule(
    "page/unclosed",
    reports: "An unclosed fence, comment or HTML element.",
    why: "It swallows the rest of the page, or formats it in a way that the author does not see.",
    fires: "# Page\n\n<!-- a note\n\nThe rest of the page.\n",
    fixed: "# Page\n\n<!-- a note -->\n\nThe rest of the page.\n"
  )
}

extension Diagnostic {
  static func unclosed(_ message: String, at location: Location) -> Diagnostic {
    Diagnostic(.unclosed, at: location, message)
  }
}
