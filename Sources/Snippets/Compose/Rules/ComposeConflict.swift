internal import Diagnostics

extension Rule {
  static let composeConflict = Rule(
    "compose/conflict",
    reports: "Two settings of a service that cannot be used together.",
    why: "Docker Compose rejects the file, or one of the two has no effect.",
    fires: .service("    network_mode: host\n    networks: [back]\nnetworks: { back: {} }"),
    fixed: .service("    networks: [back]\nnetworks: { back: {} }")
  )
}

extension Diagnostic {
  /// Two settings contradict each other: Docker stops there, or one of the two has no effect.
  static func composeConflict(
    _ message: String,
    at range: Range<Int>,
    other: Range<Int>,
    isRefused: Bool = true
  ) -> Diagnostic {
    var finding = Diagnostic(
      .composeConflict,
      at: range,
      message,
      notes: [Note("the other one is here", at: Location(range: other))]
    )
    if !isRefused { finding.severity = .warning }
    return finding
  }
}
