internal import Diagnostics

extension Rule {
  static let unclosed = Rule(
    "page/unclosed",
    reports: "A fence, a comment or an element of HTML has no end.",
    why: "It takes the rest of the page, or puts it into another form than the author sees.",
    fires: "# Page\n\n<!-- a note\n\nThe rest of the page.\n",
    fixed: "# Page\n\n<!-- a note -->\n\nThe rest of the page.\n"
  )
}

extension Diagnostic {
  static func unclosed(_ message: String, at location: Location) -> Diagnostic {
    Diagnostic(.unclosed, at: location, message)
  }
}
