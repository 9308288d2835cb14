internal import Diagnostics

extension Rule {
  static let dependencyCycle = Rule(
    "compose/depends-on-cycle",
    reports: "Services that wait for each other, or extend each other, in a cycle.",
    why: "Docker Compose rejects the whole file, since no service can start first.",
    fires: .service("    depends_on: [web]\n  web: { image: \"nginx:1.27\", depends_on: [cache] }"),
    fixed: .service("  web: { image: \"nginx:1.27\", depends_on: [cache] }")
  )
}

extension Diagnostic {
  static func dependencyCycle(_ names: [String], at range: Range<Int>) -> Diagnostic {
    Diagnostic(.dependencyCycle, at: range, "services wait for each other: \(circle(names))")
  }

  static func extendsCircle(_ names: [String], at range: Range<Int>) -> Diagnostic {
    Diagnostic(.dependencyCycle, at: range, "services extend each other: \(circle(names))")
  }

  private static func circle(_ names: [String]) -> String {
    (names + names.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
  }
}
