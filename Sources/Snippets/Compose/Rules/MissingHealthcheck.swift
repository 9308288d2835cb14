internal import Diagnostics
internal import Languages

extension Rule {
  static let missingHealthcheck = Rule(
    "compose/no-healthcheck",
    .warning,
    reports:
      "A service that waits for the health of another, which has no health check in the file.",
    why:
      "Unless the image has its own health check, the other service never becomes healthy, and Docker Compose gives up.",
    fires: """
      # Files

      ```yaml schema=compose
      services:
        a: { image: "a:1", depends_on: { b: { condition: service_healthy } } }
        b: { image: "b:1" }
      ```

      """,
    fixed: """
      # Files

      ```yaml schema=compose
      services:
        a: { image: "a:1", depends_on: { b: { condition: service_healthy } } }
        b: { image: "b:1", healthcheck: { test: "true" } }
      ```

      """
  )
}

extension Diagnostic {
  /// The image may bring a health check of its own, so this is about files that say none.
  static func missingHealthchecks(in root: TypedValue) -> [Diagnostic] {
    (root["services"]?.members ?? []).flatMap { service in
      (service.value["depends_on"]?.members ?? []).compactMap { use in
        guard use.value["condition"]?.string == "service_healthy",
          let other = root["services"]?[use.key],
          other["healthcheck"] == nil || other["healthcheck"]?["disable"]?.bool == true
        else { return nil }
        return Diagnostic(
          .missingHealthcheck,
          at: use.value["condition"]?.range ?? use.keyRange,
          "missing key `healthcheck` in service `\(use.key)`, which `\(service.key)` waits for to be healthy"
        )
      }
    }
  }
}
