internal import Diagnostics

extension Rule {
  static let interpolation = Rule(
    "compose/interpolation",
    reports: "A `${` begins no variable that Docker Compose can put in.",
    why: "Docker Compose refuses the file; a `$` that is meant as such is written `$$`.",
    fires: .service("    command: echo ${NAME"),
    fixed: .service("    command: echo ${NAME}")
  )
}

extension Diagnostic {
  static func interpolation(_ expected: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .interpolation,
      at: range,
      "\(expected); write `$$` for a `$` that is no variable"
    )
  }
}
