internal import Diagnostics
internal import Machine

extension Rule {
  static let noSchema = Rule(
    "snippet/no-schema",
    reports: "A YAML fence has no schema.",
    why: "Nothing may pass unchecked because it was forgotten.",
    fires: "# Files\n\n```yaml\na: 1\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na: 1\n```\n"
  )
}

extension Diagnostic {
  static func noSchema(at location: Location) -> Diagnostic {
    Diagnostic(
      .noSchema,
      at: location,
      "a YAML fence needs a schema: by `file=`, by `schema=`, or `schema=yaml reason=\"…\"`"
    )
  }

  static func unknownSchema(
    _ name: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .noSchema,
      at: location,
      "there is no schema `\(name)`",
      fixes: nearest.map { Fix("did you mean `\($0)`?") }
    )
  }

  static func noCatalog(_ name: String?, at location: Location) -> Diagnostic {
    Diagnostic(
      .noSchema,
      at: location,
      name.map { "there is no catalog `\($0)` in the project's catalogs folder" }
        ?? "variables are checked against a catalog, and the project's catalogs folder has none"
    )
  }

  static func missingReason(_ attribute: String, at location: Location) -> Diagnostic {
    Diagnostic(.noSchema, at: location, "`\(attribute)` needs a `reason=\"…\"`")
  }
}
