internal import Diagnostics

extension Rule {
  static let missingFinding = Rule(
    "snippet/expect",
    reports: "A block that is to show a mistake does not make it.",
    why: "The text says that this breaks the build, and the reader would learn a wrong thing.",
    fires: "# A mistake\n\n```yaml file=vars.yml expect=yaml/duplicate-key\n{}\n```\n",
    fixed: "# A mistake\n\n```yaml schema=etcd expect=yaml/duplicate-key\nname: a\nname: b\n```\n"
  )
}

extension Diagnostic {
  static func missingFinding(of rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .missingFinding,
      at: location,
      "`expect=\(rule)` stands here, but nothing of that rule is found"
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
      "there is no rule `\(rule)`",
      fixes: nearest.map { Fix("did you mean `\($0)`?") }
    )
  }
}
