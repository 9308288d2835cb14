internal import Diagnostics

extension Rule {
  static let foreignAttribute = Rule(
    "snippet/foreign-attribute",
    .warning,
    reports: "The info string of a fence has an attribute of another program.",
    why: "docbuild leaves it out: what it asks for, such as marked lines, is not shown.",
    fires: "# Files\n\n```text hl_lines=\"1\"\na\n```\n",
    fixed: "# Files\n\n```text mark=\"1\"\na\n```\n"
  )
}

extension Diagnostic {
  static func foreignAttribute(_ name: String, at location: Location) -> Diagnostic {
    let isOfMarks = ["hl_lines", "{…}", "highlight"].contains(name)
    return Diagnostic(
      .foreignAttribute,
      at: location,
      "`\(name)` has no effect: docbuild has no such attribute of a fence",
      fixes: isOfMarks ? [Fix("`mark=\"2,5-7\"` marks lines, `title=\"…\"` names the block")] : []
    )
  }
}
