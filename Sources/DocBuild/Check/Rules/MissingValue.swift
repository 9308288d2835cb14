internal import Diagnostics

extension Rule {
  static let missingValue = Rule(
    "data/missing-value",
    reports: "A key without a value in a set, or with an open one in a final build.",
    why: "Its placeholder has nothing to print.",
    fires: Example(path: "data/common.yml", "{}\n"),
    fixed: Example(path: "data/common.yml", "net: { gateway: 10.20.0.1, list: [1, 2] }\n")
  )
}

extension Diagnostic {
  static func missingValue(of key: String, at location: Location) -> Diagnostic {
    Diagnostic(.missingValue, at: location, "missing value of `\(key)`")
  }

  static func openValue(of key: String, at location: Location, declared: Location) -> Diagnostic {
    Diagnostic(
      .missingValue,
      at: location,
      "missing value of `\(key)`, which a final build requires",
      notes: [Note("declared here", at: declared)]
    )
  }
}
