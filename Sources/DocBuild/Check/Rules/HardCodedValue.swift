internal import Diagnostics

extension Rule {
  static let hardCodedValue = Rule(
    "placeholder/hard-coded",
    .warning,
    reports: "A guide spells out a value that a customer gives, or an address of their network.",
    why: "The reader cannot see that it must change, and the next customer gets the wrong one.",
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
      key.map { "`\(literal)` is the value of `\($0)`" }
      ?? "`\(literal)` is an address of the customer's private network"
    return Diagnostic(
      .hardCodedValue,
      at: location,
      message + "; a placeholder is expected here",
      fixes: key.map { [Fix("write `<<\($0)>>`", edits: [Edit(location, with: "<<\($0)>>")])] }
        ?? []
    )
  }
}
