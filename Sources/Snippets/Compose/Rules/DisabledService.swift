internal import Diagnostics

extension Rule {
  static let disabledService = Rule(
    "compose/disabled-service",
    reports: "A service that always runs depends on one that runs only with a profile.",
    why: "Docker Compose does not start without the profile.",
    fires: .service("    depends_on: [debug]\n  debug: { image: \"debug:1\", profiles: [debug] }"),
    fixed: .service("    depends_on: [debug]\n  debug: { image: \"debug:1\" }")
  )
}

extension Diagnostic {
  static func disabledService(
    _ name: String,
    needed service: String,
    profiles: [String],
    at range: Range<Int>
  ) -> Diagnostic {
    let listed = profiles.map { "`\($0)`" }.joined(separator: ", ")
    let noun = profiles.count > 1 ? "one of the profiles" : "the profile"
    return Diagnostic(
      .disabledService,
      at: range,
      "service `\(service)` always runs, but depends on `\(name)`, which runs only with \(noun) \(listed)"
    )
  }
}
