public import Diagnostics

extension Rule {
  /// A variable that cannot be verified.
  public static let unverifiedVariable = Rule(
    "vars/unverified",
    .warning,
    reports: "An unknown variable of a role that the catalog has at another version.",
    why: "It may exist in the version that is pinned; look there.",
    fires: .shop("shop_reports_queue: late"),
    fixed: .shop("shop_reports_url: https://reports.example.org")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_reports_url\tstring\t\tunverified"])
  }
}

extension Diagnostic {
  static func unverifiedVariable(
    _ name: String,
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unverifiedVariable,
      at: range,
      "`\(name)` cannot be verified",
      notes: [Note("\(catalog) has its role at another version than the one that is pinned")]
    )
  }
}
