internal import Diagnostics

extension Rule {
  static let unequalScales = Rule(
    "topology/parity",
    reports: "A heading or a server group that exists at one scale and not at another.",
    why:
      "Scales share their topology, so that a deployment grows without a rebuild and links stay valid.",
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
      "heading `#\(anchor)` exists at `\(scale)`, but not at `\(other)`"
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
      "group `\(group)` has servers at `\(scale)`, but none at `\(other)`"
    )
  }
}
