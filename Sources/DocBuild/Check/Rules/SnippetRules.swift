internal import Diagnostics

extension Rule {
  static let noSchema = Rule(
    "snippet/no-schema",
    reports: "A YAML fence has no schema.",
    why: "Nothing may pass unchecked because it was forgotten.",
    fires: "# Files\n\n```yaml\na: 1\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na: 1\n```\n"
  )

  static let unknownAttribute = Rule(
    "snippet/unknown-attribute",
    reports: "The info string of a fence has an attribute that docbuild does not know.",
    why: "A mistyped attribute silently changes how the block is checked and shown.",
    fires: "# Files\n\n```text fil=a.txt\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
  )

  static let fileTwice = Rule(
    "snippet/file-twice",
    reports: "Two documents show the same file of the same host.",
    why: "An operator would write it twice, and the second would replace the first.",
    fires: "# Files\n\n```text file=a.txt host=nowhere\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
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

  static func unknownAttribute(
    _ name: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "a fence has no attribute `\(name)`",
      fixes: nearest.map { Fix("did you mean `\($0)`?") }
    )
  }

  static func unknownHost(_ name: String, at location: Location, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "`host=\(name)` names no server group; besides groups there are `all` and `control`",
      fixes: nearest.map { Fix("did you mean `host=\($0)`?") }
    )
  }

  static func fileTwice(
    _ file: String,
    host: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .fileTwice,
      at: location,
      "`\(file)` of `\(host)` is shown by another document too",
      notes: [Note("it is shown here first", at: first)]
    )
  }
}
