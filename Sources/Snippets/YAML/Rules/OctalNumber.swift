public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A plain scalar with a leading zero is an octal number.
  public static let octal = Rule(
    "yaml/octal",
    .warning,
    reports: "An unquoted value such as `0123`, which YAML 1.1 reads as an octal number.",
    why: "An identifier, a postal code or a port silently becomes another number.",
    fires: .yaml("branch: 0123"),
    fixed: .yaml("branch: \"0123\"")
  )
}

extension Diagnostic {
  /// Permissions are octal and meant so.
  static func octals(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader != .goFields else { return [] }
    return reading.values.compactMap { scalar in
      let text = scalar.text
      let digits = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }
      guard digits.first == 48, digits.dropFirst().first.map({ $0.isDigit || $0 == 0x5F }) == true,
        case .integer(let number) = PyYAML.meaning(of: text), number != 0, !text.contains(":")
      else { return nil }
      let becomesText = reading.reader == .goYAML && scalar.becomesText
      guard becomesText || !scalar.isNamed(permissions) else { return nil }
      return Diagnostic(
        .octal,
        at: scalar.node.range,
        "YAML 1.1 reads `\(text)` as \(TypedValue.text(of: number)), an octal number; quote it to keep the string",
        fixes: [.quoting(text, at: scalar.node.range)]
      )
    }
  }

  private static let permissions: Set<String> = [
    "mode", "umask", "mask", "permission", "permissions", "perm", "perms", "chmod",
  ]
}
