internal import Deployment
internal import Diagnostics

extension Rule {
  static let unencodedVariable = Rule(
    "compose/url-value",
    .warning,
    reports:
      "A variable in the login of a URL whose value contains characters with a meaning there.",
    why: "A password such as `a/b@c` ends the login early, and the client connects elsewhere.",
    fires: .project(
      "environment: { DATABASE: \"postgres://app:${PASSWORD}@db/app\" }",
      env: "PASSWORD=a/b@c"
    ),
    fixed: .project(
      "environment: { DATABASE: \"postgres://app:${PASSWORD}@db/app\" }",
      env: "PASSWORD=a%2Fb%40c"
    )
  )
}

extension Diagnostic {
  /// The value itself may be a secret, so it is not shown.
  static func unencodedVariables(in deployment: ReadSet) -> [Diagnostic] {
    deployment.projects.flatMap { project in
      project.unencoded.map { variable in
        Diagnostic(
          .unencodedVariable,
          at: PlacedSet.place(variable.nameRange, inFile: project.file),
          "expected a percent-encoded value of `\(variable.name)` in the login of a URL",
          notes: project.environment[variable.name].map {
            [Note("`\(variable.name)` has its value here", at: $0.place)]
          } ?? []
        )
      }
    }
  }
}
