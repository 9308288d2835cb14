internal import Diagnostics
internal import Languages

extension Rule {
  static let obsoleteVersion = Rule(
    "compose/obsolete",
    .warning,
    reports: "A compose file with `version`.",
    why: "Docker Compose 2 ignores it and warns at every start.",
    fires: "# Files\n\n```yaml schema=compose\nversion: \"3.8\"\nservices: {}\n```\n",
    fixed: "# Files\n\n```yaml schema=compose\nservices: {}\n```\n"
  )
}

extension Diagnostic {
  static func obsoleteVersion(in root: TypedValue) -> [Diagnostic] {
    guard let version = root.member("version") else { return [] }
    return [
      Diagnostic(
        .obsoleteVersion,
        at: version.keyRange,
        "`version` is obsolete; Compose ignores it"
      )
    ]
  }
}
