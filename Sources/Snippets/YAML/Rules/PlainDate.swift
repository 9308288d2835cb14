public import Diagnostics
internal import Languages

extension Rule {
  /// A plain scalar is a date.
  public static let plainDate = Rule(
    "yaml/date",
    .warning,
    reports: "An unquoted value such as `2024-01-31`, which YAML reads as a date.",
    why: "A program that expects a string fails on it, or prints it in another form.",
    fires: .yaml("release: 2024-01-31"),
    fixed: .yaml("release: \"2024-01-31\"")
  )
}

extension Diagnostic {
  /// Not behind keys that ask for a date.
  static func dates(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader != .goFields else { return [] }
    let reader = reading.reader ?? .pyYAML
    return reading.values.compactMap { scalar in
      guard reader.meaning(of: scalar.text) == .timestamp, !scalar.isNamed(times) else {
        return nil
      }
      return Diagnostic(
        .plainDate,
        at: scalar.node.range,
        "YAML reads `\(scalar.text)` as a date; quote it to keep the string",
        fixes: [.quoting(scalar.text, at: scalar.node.range)]
      )
    }
  }

  private static let times: Set<String> = [
    "date", "dates", "day", "days", "time", "times", "timestamp", "at", "since", "until", "before",
    "after", "expires", "expiry", "created", "updated", "modified", "from", "start", "end",
  ]
}
