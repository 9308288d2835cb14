public import Diagnostics

extension Rule {
  /// A schema of the project is wrong itself.
  public static let brokenSchema = Rule(
    "snippet/schema",
    reports: "A JSON Schema of the project that is not valid.",
    why: "Mistakes that the schema should find pass unchecked.",
    fires: Example(path: "schemas/own.json", "{ \"type\": \"mapping\" }\n"),
    fixed: Example(path: "schemas/own.json", "{ \"type\": \"object\" }\n")
  )
}

extension Diagnostic {
  static func brokenSchema(_ message: String, at place: Location) -> Diagnostic {
    Diagnostic(.brokenSchema, at: place, message)
  }
}
