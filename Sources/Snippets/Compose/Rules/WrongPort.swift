internal import Diagnostics

extension Rule {
  static let composePort = Rule(
    "compose/port",
    reports: "A port mapping that Docker Compose cannot read.",
    why: "Docker Compose rejects the file, or publishes another port than the one meant.",
    fires: .service("    ports: [\"6379:63790000\"]"),
    fixed: .service("    ports: [\"6379:6379\"]")
  )
}

extension Diagnostic {
  static func composePort(
    _ text: String,
    _ expected: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(.composePort, at: range, "\(expected), found `\(text)`")
  }
}
