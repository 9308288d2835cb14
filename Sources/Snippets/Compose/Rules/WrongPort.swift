internal import Diagnostics

extension Rule {
  static let composePort = SchemaRuleMaker.service(
    "port",
    "A port mapping that Docker Compose cannot read.",
    "Docker Compose refuses the file, or publishes another port than the one meant.",
    fires: "    ports: [\"6379:63790000\"]",
    fixed: "    ports: [\"6379:6379\"]"
  )
}

extension Diagnostic {
  static func composePort(
    _ text: String,
    _ expected: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(.composePort, at: range, "the port mapping `\(text)` is wrong: \(expected)")
  }
}
