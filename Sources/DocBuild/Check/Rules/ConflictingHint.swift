internal import Diagnostics

extension Rule {
  static let conflictingHint = Rule(
    "placeholder/conflicting-hint",
    reports: "A placeholder carries another hint than its key declares.",
    why: "Readers search a page for the hint; two hints for one value leave one of them unchanged.",
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
      "the hint of `\(key)` is `\(declared)`, but here it is `\(hint)`",
      notes: [Note("declared here", at: place)],
      fixes: [Fix("write `\(declared)`", edits: [Edit(location, with: declared)])]
    )
  }
}
