internal import Diagnostics

extension Rule {
  static let oldBool = Rule(
    "compose/bool",
    .warning,
    reports: "A bool is written `yes`, `no`, `on` or `off`.",
    why: "Docker Compose warns at every start: YAML 1.2 knows `true` and `false` alone.",
    fires: .compose("init: \"yes\""),
    fixed: .compose("init: true")
  )
}

extension Diagnostic {
  static func oldBool(_ text: String, _ truth: Bool, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .oldBool,
      at: range,
      "`\(text)` is a bool in old YAML only; write `\(truth)`",
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
      "`\(name)` wants \(wanted), but got `\(text)`"
    )
  }
}
