internal import Diagnostics

extension Rule {
  static let unusedAllowance = Rule(
    "snippet/unused-allow",
    .warning,
    reports:
      "A comment lets a rule pass in the next block, where it finds nothing; or it says no reason.",
    why: "A comment that outlived its cause hides the next mistake of the kind.",
    fires: "# Page\n\n<!-- docbuild: allow link/missing-file it comes later -->\n\nText.\n",
    fixed: "# Page\n\n<!-- docbuild: allow link/missing-file it comes later -->\n\n[Text](a.md).\n"
  )
}

extension Diagnostic {
  static func unusedAllowance(of rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unusedAllowance,
      at: location,
      "`\(rule)` is allowed here, but the next block has nothing of that rule"
    )
  }

  static func unfoundedAllowance(of rule: String, at location: Location) -> Diagnostic {
    var finding = Diagnostic(
      .unusedAllowance,
      at: location,
      "a reason is expected behind `allow \(rule)`"
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
      rule.isEmpty ? "a rule is expected behind `allow`" : "there is no rule `\(rule)`",
      fixes: nearest.map { Fix("did you mean `\($0)`?") }
    )
    finding.severity = .error
    return finding
  }
}
