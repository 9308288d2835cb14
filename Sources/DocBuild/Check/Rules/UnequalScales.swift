internal import Diagnostics

extension Rule {
  static let unequalScales = Rule(
    "topology/parity",
    reports: "A heading or a group of servers exists at one scale and not at another.",
    why: "Scales share their topology: a deployment grows without being rebuilt, and links keep.",
    fires: .chapter(
      "# A\n\n<<if servers.web.count > 1>>\n## Only with two\n\n<<end>>\n"
    ),
    fixed: .chapter(
      "# A\n\n## With two\n\n<<if servers.web.count > 1>>\nThere are two.\n<<end>>\n"
    )
  )
}

extension Diagnostic {
  static func headingOfOneScale(
    _ anchor: String,
    at location: Location,
    in scale: String,
    not other: String
  ) -> Diagnostic {
    Diagnostic(
      .unequalScales,
      at: location,
      "the heading `#\(anchor)` exists at `\(scale)`, but not at `\(other)`"
    )
  }

  static func groupOfOneScale(
    _ group: String,
    at location: Location,
    in scale: String,
    not other: String
  ) -> Diagnostic {
    Diagnostic(
      .unequalScales,
      at: location,
      "the group `\(group)` has servers at `\(scale)`, but none at `\(other)`"
    )
  }
}
