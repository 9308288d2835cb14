public import Diagnostics

extension Rule {
  /// An anchor that no alias uses.
  public static let unusedAnchor = Rule(
    "yaml/unused-anchor",
    .warning,
    reports: "An anchor is set, and no alias uses it.",
    why: "An alias was renamed or lost, or a plain `&` was meant.",
    fires: .yaml("a: &base 1\nb: 1"),
    fixed: .yaml("a: &base 1\nb: *base")
  )
}

extension Diagnostic {
  static func unusedAnchor(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.unusedAnchor, at: range, "no alias uses the anchor `&\(name)`")
  }
}
