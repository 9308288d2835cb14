internal import Diagnostics

/// Words the rules of a format that is not YAML, each with a fence of that format.
struct FormatRuleMaker {
  /// The category, such as `redis`.
  let category: String
  /// The fence of the examples: its language and attributes.
  let fence: String

  /// A rule of the category whose example is a page with one fence.
  func rule(
    _ name: String,
    _ severity: Severity = .error,
    reports: String,
    why: String,
    fires: String,
    fixed: String
  ) -> Rule {
    Rule(
      "\(category)/\(name)",
      severity,
      reports: reports,
      why: why,
      fires: .fence(fence, fires),
      fixed: .fence(fence, fixed)
    )
  }
}
