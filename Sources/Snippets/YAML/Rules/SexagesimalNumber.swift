public import Diagnostics
internal import Languages

extension Rule {
  /// A plain scalar is a number to the base 60.
  public static let sexagesimal = Rule(
    "yaml/sexagesimal",
    .warning,
    reports: "An unquoted value such as `22:22` is a number to the base 60 for YAML 1.1 readers.",
    why: "A port mapping or a time becomes another number without a word.",
    fires: .yaml("port: 22:22"),
    fixed: .yaml("port: \"22:22\"")
  )
}

extension Diagnostic {
  static func sexagesimals(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader != .goFields else { return [] }
    return reading.scalars.compactMap { scalar in
      guard let number = Sexagesimal.value(of: scalar.text) else { return nil }
      return Diagnostic(
        .sexagesimal,
        at: scalar.node.range,
        "YAML 1.1 reads `\(scalar.text)` as \(number), a number to the base 60",
        fixes: [.quoting(scalar.text, at: scalar.node.range)]
      )
    }
  }
}
