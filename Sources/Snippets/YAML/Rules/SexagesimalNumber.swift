public import Diagnostics
internal import Languages

extension Rule {
  /// A plain scalar is a sexagesimal number.
  public static let sexagesimal = Rule(
    "yaml/sexagesimal",
    .warning,
    reports: "An unquoted value such as `22:22`, which YAML 1.1 reads as a sexagesimal number.",
    why: "A port mapping or a time silently becomes another number.",
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
        "YAML 1.1 reads `\(scalar.text)` as \(number), a sexagesimal number; quote it to keep the string",
        fixes: [.quoting(scalar.text, at: scalar.node.range)]
      )
    }
  }
}
