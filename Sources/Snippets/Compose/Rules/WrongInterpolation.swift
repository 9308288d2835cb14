internal import Diagnostics

extension Rule {
  static let interpolation = Rule(
    "compose/interpolation",
    reports: "A `${` that Docker Compose cannot substitute.",
    why: "Docker Compose rejects the file; a literal `$` is written `$$`.",
    fires: .service("    command: echo ${NAME"),
    fixed: .service("    command: echo ${NAME}")
  )
}

extension Diagnostic {
  static func interpolation(_ expected: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .interpolation,
      at: range,
      "\(expected); write `$$` for a literal `$`"
    )
  }
}
