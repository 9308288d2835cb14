internal import Diagnostics
internal import Machine

extension Rule {
  static let noSchema = Rule(
    "snippet/no-schema",
    reports: "A YAML fence without a schema.",
    why: "Mistakes in it would pass unchecked.",
    fires: "# Files\n\n```yaml\na: 1\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na: 1\n```\n"
  )
}

extension Diagnostic {
  static func noSchema(at location: Location) -> Diagnostic {
    Diagnostic(
      .noSchema,
      at: location,
      "missing schema; expected `file=`, `schema=` or `schema=yaml reason=\"…\"`",
      fixes: [Fix("set `default_schema:` in docbuild.yml for fences without one")]
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
      "unknown schema `\(name)`",
      fixes: nearest.map { .didYouMean($0) }
    )
    .about(.missing("schema \(name)"))
  }

  static func noCatalog(_ name: String?, at location: Location) -> Diagnostic {
    Diagnostic(
      .noSchema,
      at: location,
      name.map { "undefined catalog `\($0)` in the project's catalogs folder" }
        ?? "missing catalog in the project's catalogs folder, which variables are checked against"
    )
    .about(.missing("catalog \(name ?? "")"))
  }

  static func missingReason(_ attribute: String, at location: Location) -> Diagnostic {
    Diagnostic(.noSchema, at: location, "missing `reason=\"…\"`, which `\(attribute)` requires")
  }
}
