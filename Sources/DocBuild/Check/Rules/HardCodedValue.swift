internal import Diagnostics

extension Rule {
  static let hardCodedValue = Rule(
    "placeholder/hard-coded",
    .warning,
    reports: "A literal value in a guide that a customer gives, or an address of their network.",
    why: "Readers cannot see that it must change, and the next customer gets the wrong one.",
    fires: "# Check\n\nPing 10.20.0.10 first.\n",
    fixed: "# Check\n\nPing <<ip.haproxy_vip>> first.\n"
  )
}

extension Diagnostic {
  static func hardCodedValue(
    _ literal: String,
    key: String?,
    at location: Location
  ) -> Diagnostic {
    let message =
      key.map { "expected a placeholder, found the value of `\($0)`, `\(literal)`" }
      ?? "expected a placeholder, found `\(literal)`, an address of the customer's private network"
    return Diagnostic(
      .hardCodedValue,
      at: location,
      message,
      fixes: key.map { [Fix("write `<<\($0)>>`", edits: [Edit(location, with: "<<\($0)>>")])] }
        ?? []
    )
  }
}
