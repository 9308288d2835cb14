public import Diagnostics
internal import Languages

extension Rule {
  /// A value that its tag does not fit.
  public static let tagValue = Rule(
    "yaml/tag-value",
    reports: "A tag such as `!!int` or `!!binary` names a type that its value is not of.",
    why: "No reader of YAML takes the file.",
    fires: .yaml("limit: !!int many"),
    fixed: .yaml("limit: !!int 100")
  )
}

extension Diagnostic {
  static func tagValues(in reading: YAMLReading) -> [Diagnostic] {
    reading.tree.nodes.compactMap { node in
      guard !node.isAlias, let place = node.tagRange, let tag = node.tag,
        let name = tag.wholeMatch(of: /tag:yaml\.org,2002:([a-z]+)/)?.1,
        let expected = expected[String(name)],
        node.isScalar, !isOf(String(name), node.text)
      else { return nil }
      let range = node.range.isEmpty ? place : node.range
      return Diagnostic(
        .tagValue,
        at: range,
        "expected \(expected) after `!!\(name)`, found `\(node.text)`"
      )
    }
  }

  private static let expected = [
    "int": "a whole number", "float": "a number", "bool": "`true` or `false`",
    "binary": "text in base64", "timestamp": "a date such as `2026-01-31`",
  ]

  private static func isOf(_ name: String, _ text: String) -> Bool {
    switch name {
    case "int":
      (YAMLNumber.any(text) ?? YAMLNumber.integer(text)).map { $0 == $0.rounded() } ?? false
    case "float": YAMLNumber.any(text) != nil || YAMLNumber.float(text) != nil
    case "bool": YAMLScalarType(ofPlain: text) == .bool
    case "binary": Base64.decode(text) != nil
    case "timestamp": text.prefixMatch(of: /\d{4}-\d{1,2}-\d{1,2}/) != nil
    default: true
    }
  }
}
