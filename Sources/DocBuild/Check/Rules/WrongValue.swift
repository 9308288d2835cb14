internal import Diagnostics
internal import Values

extension Rule {
  static let wrongValue = Rule(
    "data/type",
    reports: "A value of a data file whose type is not the one that its key declares.",
    why: "Every snippet that uses the key would contain it.",
    fires: Example(path: "data/common.yml", "net: { gateway: 10.20.0.300 }\n"),
    fixed: Example(path: "data/common.yml", "net: { gateway: 10.20.0.30 }\n")
  )
}

extension Diagnostic {
  static func wrongValue(
    _ expected: String,
    at location: Location,
    suggestion: String? = nil
  ) -> Diagnostic {
    let fixes = suggestion.map { [Fix("write `\($0)`", edits: [Edit(location, with: $0)])] } ?? []
    return Diagnostic(.wrongValue, at: location, expected, fixes: fixes)
  }

  static func computeCycle(_ keys: ArraySlice<String>, at location: Location) -> Diagnostic {
    let loop = keys.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(.wrongValue, at: location, "a key is computed from itself: \(loop)")
  }

  /// An expression that cannot be computed: that of a value, or what another rule is about.
  static func wrongExpression(
    _ mistake: ExpressionMistake,
    at location: Location,
    in values: ValueTable,
    _ rule: Rule = .wrongValue
  ) -> Diagnostic {
    let near = mistake.undefinedKey.map(values.nearest) ?? []
    return Diagnostic(
      rule,
      at: location,
      mistake.message,
      fixes: near.map { .didYouMean($0) }
    )
    .about(mistake.undefinedKey.map(values.declarations.subject))
  }

  static func memberCount(
    _ count: Int,
    of group: String,
    expected: Int,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      at: location,
      "expected the \(expected) servers of `\(group)`, found \(count)"
    )
  }
}
