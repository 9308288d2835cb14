public import Diagnostics

extension Rule {
  /// An anchor that no alias uses.
  public static let unusedAnchor = Rule(
    "yaml/unused-anchor",
    .warning,
    reports: "An anchor that no alias uses.",
    why: "Either an alias was renamed or lost, or a literal `&` was meant.",
    fires: .yaml("a: &base 1\nb: 1"),
    fixed: .yaml("a: &base 1\nb: *base")
  )
}

extension Diagnostic {
  static func unusedAnchor(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.unusedAnchor, at: range, "unused anchor `&\(name)`")
  }
}
