internal import Diagnostics

extension Rule {
  static let wrongValue = Rule(
    "data/type",
    reports: "A value of a data file does not have the type that its key declares.",
    why: "It would be printed into every snippet that uses the key.",
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

  static func memberCount(
    _ count: Int,
    of group: String,
    expected: Int,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      at: location,
      "the group `\(group)` has \(expected) servers at this scale, but \(count) are listed"
    )
  }
}
