public import Diagnostics

extension Rule {
  /// A mapping has a key twice.
  public static let duplicateKey = Rule(
    "yaml/duplicate-key",
    reports: "A mapping has the same key twice.",
    why: "Some programs refuse the file; others keep the last value and say nothing.",
    fires: .yaml("a: 1\na: 2"),
    fixed: .yaml("a: 2")
  )
}

extension Diagnostic {
  static func duplicateKey(_ key: String, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      at: range,
      "the key `\(key)` stands twice in this mapping",
      notes: [Note("it stands here first", at: Location(range: first))]
    )
  }
}
