internal import Diagnostics

extension Rule {
  static let undeclaredValue = Rule(
    "data/unknown-key",
    reports: "A data file gives a value to a key that is not declared.",
    why: "Nothing would print the value; most often the name is mistyped and another stays open.",
    fires: Example(path: "data/common.yml", "net: { gatewai: 10.20.0.1 }\n"),
    fixed: Example(path: "data/common.yml", "net: { gateway: 10.20.0.1 }\n")
  )
}

extension Diagnostic {
  static func undeclaredValue(
    _ key: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .undeclaredValue,
      at: location,
      "undefined key `\(key)`",
      fixes: nearest.map { Fix("did you mean `\($0)`?") }
    )
  }
}
