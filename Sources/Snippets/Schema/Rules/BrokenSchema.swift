public import Diagnostics

extension Rule {
  /// A schema of the project is wrong itself.
  public static let brokenSchema = Rule(
    "snippet/schema",
    reports: "A JSON Schema of the project is not one.",
    why: "What a broken schema would refuse passes unchecked.",
    fires: Example(path: "schemas/own.json", "{ \"type\": \"mapping\" }\n"),
    fixed: Example(path: "schemas/own.json", "{ \"type\": \"object\" }\n")
  )
}

extension Diagnostic {
  static func brokenSchema(_ message: String, at place: Location) -> Diagnostic {
    Diagnostic(.brokenSchema, at: place, message)
  }
}
