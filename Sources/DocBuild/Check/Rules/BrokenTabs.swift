internal import Diagnostics

extension Rule {
  static let brokenTabs = Rule(
    "snippet/tabs",
    reports: "A comment that announces tabs, without a list of tabs after it.",
    why:
      "Readers would see all variants of a step one after the other, as if they had to do them all.",
    fires: "# Install\n\n<!-- docbuild: tabs -->\n- Debian\n\n  `apt-get install jq`\n",
    fixed: "# Install\n\n<!-- docbuild: tabs -->\n- **Debian**\n\n  `apt-get install jq`\n"
  )
}

extension Diagnostic {
  static func brokenTabs(at location: Location) -> Diagnostic {
    Diagnostic(
      .brokenTabs,
      at: location,
      "expected a bulleted list after this comment whose items start with a bold label on a line "
        + "of its own"
    )
  }
}
