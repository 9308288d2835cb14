internal import Diagnostics

extension Rule {
  static let oldBool = Rule(
    "compose/bool",
    .warning,
    reports: "A bool written as `yes`, `no`, `on` or `off`.",
    why: "Docker Compose warns at every start, since YAML 1.2 has only `true` and `false`.",
    fires: .compose("init: \"yes\""),
    fixed: .compose("init: true")
  )
}

extension Diagnostic {
  static func oldBool(_ text: String, _ truth: Bool, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .oldBool,
      at: range,
      "`\(text)` is a bool in YAML 1.1 only; write `\(truth)`",
      fixes: [
        Fix("write `\(truth)`", edits: [Edit(Location(range: range), with: String(truth))])
      ]
    )
  }

  static func wrongCast(
    _ name: String,
    _ text: String,
    _ kind: ComposeCasts.Kind,
    at range: Range<Int>
  ) -> Diagnostic {
    let wanted =
      switch kind {
      case .integer: "an int"
      case .number: "a number"
      case .bool: "`true` or `false`"
      }
    return Diagnostic(
      SchemaRules.compose.type,
      at: range,
      "expected \(wanted) for `\(name)`, found `\(text)`"
    )
  }
}
