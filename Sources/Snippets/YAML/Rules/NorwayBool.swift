public import Diagnostics
internal import Languages

extension Rule {
  /// A word that is a bool where a text is meant.
  public static let norway = Rule(
    "yaml/norway",
    .warning,
    reports:
      "An unquoted `no`, `yes`, `on` or `off` among strings, which YAML 1.1 reads as a bool.",
    why:
      "The country Norway becomes `false`, and so does an answer or a switch that was meant as a string.",
    fires: .yaml("countries: [se, no, dk]"),
    fixed: .yaml("countries: [se, \"no\", dk]")
  )
}

extension Diagnostic {
  /// In a list of texts, and behind keys that name a country or a language.
  static func norways(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader == .pyYAML || reading.reader == nil else { return [] }
    return reading.values.compactMap { scalar in
      let text = scalar.text
      guard case .bool(let isTrue) = PyYAML.meaning(of: text), GoYAML.meaning(of: text) == .text
      else { return nil }
      guard scalar.isNamed(places) || isAmongTexts(scalar) else { return nil }
      return Diagnostic(
        .norway,
        at: scalar.node.range,
        "YAML 1.1 reads `\(text)` as `\(isTrue)`; quote it to keep the string",
        fixes: [.quoting(text, at: scalar.node.range)]
      )
    }
  }

  private static func isAmongTexts(_ scalar: YAMLScalar) -> Bool {
    let others = scalar.siblings.filter { $0.index != scalar.node.index }
    let texts = others.count { other in
      other.isScalar && (!other.isGuessed || PyYAML.meaning(of: other.text) == .text)
    }
    let areTexts = others.allSatisfy { other in
      other.isScalar
        && (!other.isGuessed || PyYAML.meaning(of: other.text) == .text
          || GoYAML.meaning(of: other.text) == .text)
    }
    return texts > 0 && areTexts
  }

  private static let places: Set<String> = [
    "country", "countries", "language", "languages", "lang", "locale", "locales", "region",
  ]
}
