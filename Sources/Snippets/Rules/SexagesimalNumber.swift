public import Diagnostics

extension Rule {
  /// A plain scalar is a number to the base 60.
  public static let sexagesimal = Rule(
    "yaml/sexagesimal",
    .warning,
    reports: "An unquoted value such as `22:22` is a number to the base 60 for YAML 1.1 readers.",
    why: "A port mapping or a time becomes another number without a word.",
    fires: "# Files\n\n```yaml schema=yaml reason=\"an example\"\nport: 22:22\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\nport: \"22:22\"\n```\n"
  )
}

extension Diagnostic {
  static func sexagesimal(_ text: String, at range: Range<Int>) -> Diagnostic {
    let number = Sexagesimal.value(of: text).map(String.init) ?? "a number"
    return Diagnostic(
      .sexagesimal,
      at: range,
      "YAML 1.1 reads `\(text)` as \(number), a number to the base 60",
      fixes: [
        Fix("write `\"\(text)\"`", edits: [Edit(Location(range: range), with: "\"\(text)\"")])
      ]
    )
  }
}
