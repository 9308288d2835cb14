internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverVersion = Rule(
    "turnserver/version",
    .warning,
    reports: "An option that coturn has removed.",
    why: "A newer coturn ignores the line and logs `Bad configuration format`.",
    fires: .turnserver("no-tlsv1"),
    fixed: .turnserver("no-tlsv1_2")
  )
}

extension Diagnostic {
  static func turnserverRemoved(
    _ name: Word,
    in version: String,
    because reason: String?
  ) -> Diagnostic {
    Diagnostic(
      .turnserverVersion,
      at: name.range,
      "coturn \(version) removed `\(name.text)`\(reason.map { "; \($0)" } ?? "")"
    )
  }
}
