public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A version that is a number.
  public static let floatVersion = Rule(
    "yaml/float-version",
    .warning,
    reports: "An unquoted version such as `1.10`, which YAML reads as a number.",
    why:
      "The number loses its zero, and the program asks for version 1.1, or for an image that never existed.",
    fires: .yaml("agent_version: 1.10"),
    fixed: .yaml("agent_version: \"1.10\"")
  )
}

extension Diagnostic {
  /// Behind keys that name a version, and where compose makes a text of every value.
  static func floatVersions(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader != .goFields else { return [] }
    let reader = reading.reader ?? .pyYAML
    return reading.values.compactMap { scalar in
      let text = scalar.text
      switch reader.meaning(of: text) {
      case .integer, .float: break
      default: return nil
      }
      let becomesText = reader == .goYAML && scalar.becomesText
      guard becomesText || scalar.isNamed(versions), let printed = reader.printed(text),
        printed != text, !text.contains(":"), !hasLeadingZero(text)
      else { return nil }
      return Diagnostic(
        .floatVersion,
        at: scalar.node.range,
        "YAML reads `\(text)` as the number \(printed); quote it to keep the string",
        fixes: [.quoting(text, at: scalar.node.range)]
      )
    }
  }

  /// Such a number is the business of ``Rule/octal``.
  private static func hasLeadingZero(_ text: String) -> Bool {
    text.utf8.first == 48 && text.utf8.dropFirst().first.map(\.isDigit) == true
  }

  private static let versions: Set<String> = [
    "version", "versions", "tag", "release", "releases", "revision", "commit", "sha", "digest",
  ]
}
