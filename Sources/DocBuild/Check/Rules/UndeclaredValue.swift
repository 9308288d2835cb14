internal import Diagnostics

extension Rule {
  static let undeclaredValue = Rule(
    "data/unknown-key",
    reports: "A data file that gives a value to an undeclared key.",
    why: "Nothing prints the value; usually the name is mistyped, and the right key stays open.",
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
      fixes: nearest.map { .didYouMean($0) }
    )
    .about(.missing(key))
  }
}
