public import Diagnostics

extension Rule {
  /// A mapping has a key twice.
  public static let duplicateKey = Rule(
    "yaml/duplicate-key",
    reports: "A duplicate key in a mapping.",
    why: "Some programs reject the file; others silently keep the last value.",
    fires: .yaml("a: 1\na: 2"),
    fixed: .yaml("a: 2")
  )
}

extension Diagnostic {
  static func duplicateKey(_ key: String, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      at: range,
      "duplicate key `\(key)`",
      notes: [Note("first defined here", at: Location(range: first))]
    )
  }
}
