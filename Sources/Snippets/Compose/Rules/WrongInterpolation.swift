internal import Diagnostics

extension Rule {
  static let interpolation = SchemaRuleMaker.service(
    "interpolation",
    "A `${` begins no variable that Docker Compose can put in.",
    "Docker Compose refuses the file; a `$` that is meant as such is written `$$`.",
    fires: "    command: echo ${NAME",
    fixed: "    command: echo ${NAME}"
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
