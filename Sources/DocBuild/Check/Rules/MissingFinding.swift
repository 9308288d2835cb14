internal import Diagnostics

extension Rule {
  static let missingFinding = Rule(
    "snippet/expect",
    reports: "A block with `expect=` in which the rule finds nothing.",
    why:
      "The text says that this breaks the build, but it does not, so readers learn something wrong.",
    fires: "# A mistake\n\n```yaml file=vars.yml expect=yaml/duplicate-key\n{}\n```\n",
    fixed: "# A mistake\n\n```yaml schema=etcd expect=yaml/duplicate-key\nname: a\nname: b\n```\n"
  )
}

extension Diagnostic {
  static func missingFinding(of rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .missingFinding,
      at: location,
      "`expect=\(rule)` has no effect; the rule finds nothing in this block"
    )
  }

  static func unknownExpectation(
    _ rule: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .missingFinding,
      at: location,
      "unknown rule `\(rule)`",
      fixes: nearest.map { .didYouMean($0) }
    )
  }
}
