internal import Diagnostics

extension Rule {
  static let unusedAllowance = Rule(
    "snippet/unused-allow",
    .warning,
    reports:
      "A comment that allows a rule in the next block, where the rule finds nothing, or one without a reason.",
    why: "A comment that outlives its cause hides the next mistake of the same kind.",
    fires: "# Page\n\n<!-- docbuild: allow link/missing-file it comes later -->\n\nText.\n",
    fixed: "# Page\n\n<!-- docbuild: allow link/missing-file it comes later -->\n\n[Text](a.md).\n"
  )
}

extension Diagnostic {
  static func unusedAllowance(of rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unusedAllowance,
      at: location,
      "allowing `\(rule)` has no effect; the rule finds nothing in the next block"
    )
  }

  static func unfoundedAllowance(of rule: String, at location: Location) -> Diagnostic {
    var finding = Diagnostic(
      .unusedAllowance,
      at: location,
      "missing reason after `allow \(rule)`"
    )
    finding.severity = .error
    return finding
  }

  static func unknownAllowance(
    _ rule: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    var finding = Diagnostic(
      .unusedAllowance,
      at: location,
      rule.isEmpty ? "missing rule after `allow`" : "unknown rule `\(rule)`",
      fixes: nearest.map { .didYouMean($0) }
    )
    finding.severity = .error
    return finding
  }
}
