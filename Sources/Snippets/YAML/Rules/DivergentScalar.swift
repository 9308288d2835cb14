public import Diagnostics
internal import Languages

extension Rule {
  /// A plain scalar that readers take for different things.
  public static let divergentScalar = Rule(
    "yaml/divergent-scalar",
    .warning,
    reports: "An unquoted value that PyYAML and go-yaml read differently.",
    why: "The same text is one value in one program and another value in the next.",
    fires: .yaml("limit: 12e3"),
    fixed: .yaml("limit: 12000")
  )
}

extension Diagnostic {
  static func divergentScalars(in reading: YAMLReading) -> [Diagnostic] {
    reading.values.compactMap { scalar in
      let text = scalar.text
      let range = scalar.node.range
      switch reading.reader {
      case .goYAML, .goFields: return nil
      case .pyYAML:
        if text == "=" {
          return divergent(
            "PyYAML does not accept an unquoted `=`; quote the string",
            text,
            at: range
          )
        }
        guard text.contains("0o"), case .integer(let number) = GoYAML.meaning(of: text) else {
          return nil
        }
        let words = "PyYAML reads `\(text)` as a string, not as \(TypedValue.text(of: number))"
        return divergent(words, text, at: range)
      case nil:
        guard let (python, go) = meanings(of: text) else { return nil }
        let words = "`\(text)` is \(python) for PyYAML and \(go) for go-yaml"
        return divergent(words, text, at: range)
      }
    }
  }

  /// A scalar that a schema takes from one reader and not from another.
  static func divergentScalar(_ text: String, at range: Range<Int>) -> Diagnostic? {
    meanings(of: text, withBools: true).map { python, go in
      divergent("`\(text)` is \(python) for PyYAML and \(go) for go-yaml", text, at: range)
    }
  }

  private static func divergent(
    _ words: String,
    _ text: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(.divergentScalar, at: range, words, fixes: [.quoting(text, at: range)])
  }

  /// What the two take a scalar for, where that differs and has no rule of its own.
  private static func meanings(of text: String, withBools: Bool = false) -> (String, String)? {
    guard text != "=" else { return ("an error", "a string") }
    let (python, go) = (PyYAML.meaning(of: text), GoYAML.meaning(of: text))
    if case .bool = python, !withBools { return nil }
    guard python != go, Sexagesimal.value(of: text) == nil, python != .timestamp, go != .timestamp
    else { return nil }
    return (words(for: python), words(for: go))
  }

  private static func words(for meaning: ScalarMeaning) -> String {
    switch meaning {
    case .null: "nothing"
    case .bool(let isTrue): "\(isTrue)"
    case .integer(let number), .float(let number): "the number \(TypedValue.text(of: number))"
    case .timestamp: "a date"
    case .text: "a string"
    }
  }
}
