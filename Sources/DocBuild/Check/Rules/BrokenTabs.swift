internal import Diagnostics

extension Rule {
  static let brokenTabs = Rule(
    "snippet/tabs",
    reports: "A comment announces tabs, and no list of tabs follows it.",
    why: "Readers would see all variants of a step one after the other, as if all were to be done.",
    fires: "# Install\n\n<!-- docbuild: tabs -->\n- Debian\n\n  `apt-get install jq`\n",
    fixed: "# Install\n\n<!-- docbuild: tabs -->\n- **Debian**\n\n  `apt-get install jq`\n"
  )
}

extension Diagnostic {
  static func brokenTabs(at location: Location) -> Diagnostic {
    Diagnostic(
      .brokenTabs,
      at: location,
      "tabs are a bulleted list behind this comment whose items begin with a bold label on a line "
        + "of its own"
    )
  }
}
