internal import Diagnostics

extension Rule {
  static let unknownComment = Rule(
    "page/comment",
    reports: "An unknown comment that starts with `docbuild:`.",
    why: "It has no effect: it makes no tabs and allows no rule.",
    fires: "# Install\n\n<!-- docbuild: tab -->\n\n- **Debian**\n\n  `apt-get install jq`\n",
    fixed: "# Install\n\n<!-- docbuild: tabs -->\n\n- **Debian**\n\n  `apt-get install jq`\n"
  )
}

extension Diagnostic {
  static func unknownComment(
    _ message: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownComment,
      at: location,
      message,
      fixes: nearest.map { .didYouMean($0) }
    )
  }
}
