public import Diagnostics

extension Rule {
  /// A variable that cannot be verified.
  public static let unverifiedVariable = Rule(
    "vars/unverified",
    .warning,
    reports: "An unknown variable of a role whose version in the catalog is not the pinned one.",
    why: "The pinned version of the role may have it; look there.",
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
      "cannot verify variable `\(name)`",
      notes: [Note("The version of its role in \(catalog) is not the pinned one.")]
    )
  }
}
