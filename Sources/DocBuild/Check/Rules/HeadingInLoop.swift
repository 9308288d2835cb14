internal import Diagnostics

extension Rule {
  static let headingInLoop = Rule(
    "heading/in-loop",
    reports: "A heading in an `each` block.",
    why: "Headings and anchors would differ between scales, and links between them would break.",
    fires: "# Servers\n\n<<each net.list as item>>\n## One\n<<end>>\n",
    fixed: "# Servers\n\n<<each net.list as item>>\n- <<item.value>>\n<<end>>\n"
  )
}

extension Diagnostic {
  static func headingInLoop(at location: Location) -> Diagnostic {
    Diagnostic(.headingInLoop, at: location, "a heading is not allowed in `each`")
  }
}
