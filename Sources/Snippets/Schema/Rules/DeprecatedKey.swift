public import Diagnostics

extension Rule {
  /// A key that a schema calls deprecated.
  public static let deprecatedKey = Rule(
    "snippet/deprecated-key",
    .warning,
    reports: "A key or value that the schema of its file calls deprecated.",
    why: "It works today, but a later version of the program ignores it or rejects the file.",
    fires: .deprecated("external: { name: backend_1 }"),
    fixed: .deprecated("external: true\n    name: backend_1")
  )
}

extension Rule.Example {
  fileprivate static func deprecated(_ network: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```yaml file=docker-compose.yml
      services:
        cache:
          image: redis:7.4
          networks: [backend]
      networks:
        backend:
          \(network)
      ```

      """
    )
  }
}

extension Diagnostic {
  static func deprecatedKey(_ name: String, at range: Range<Int>, reason: String) -> Diagnostic {
    Diagnostic(
      .deprecatedKey,
      at: range,
      "\(name) is deprecated",
      notes: reason.isEmpty
        ? [] : [Note("The schema says: \(reason)\(reason.hasSuffix(".") ? "" : ".")")]
    )
  }
}
