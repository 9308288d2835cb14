internal import Diagnostics

extension Rule {
  static let conflictingHint = Rule(
    "placeholder/conflicting-hint",
    reports: "A placeholder whose hint is not the one that its key declares.",
    why:
      "Readers replace the hint everywhere on a page, so a second hint for the value stays unchanged.",
    fires: "# Addresses\n\nUse <<ip.haproxy_vip CHANGE_TO_ANOTHER_NAME>>.\n",
    fixed: "# Addresses\n\nUse <<ip.haproxy_vip CHANGE_TO_YOUR_VIP>>.\n"
  )
}

extension Diagnostic {
  static func conflictingHint(
    _ hint: String,
    of key: String,
    at location: Location,
    declared: String,
    _ place: Location
  ) -> Diagnostic {
    Diagnostic(
      .conflictingHint,
      at: location,
      "expected the hint `\(declared)` of `\(key)`, found `\(hint)`",
      notes: [Note("declared here", at: place)],
      fixes: [Fix("write `\(declared)`", edits: [Edit(location, with: declared)])]
    )
  }
}
