public import Diagnostics
internal import Languages

extension Rule {
  /// A key that is not a string.
  public static let keyType = Rule(
    "yaml/key-type",
    reports: "A key that is not a string for its reader, but a mapping, a list, a bool or a date.",
    why:
      "The program rejects the file or misses the key: `{{ name }}` without quotes is a mapping, and YAML 1.1 reads the key `on` as `true`.",
    fires: .yaml("path: {{ base_path }}"),
    fixed: .yaml("path: \"{{ base_path }}\"")
  )
}

extension Diagnostic {
  /// Mappings and lists as keys, among them `{{ … }}` without quotes.
  static func keysThatAreCollections(in source: YAMLSource) -> [Diagnostic] {
    source.tree.nodes.filter { $0.isMapping && !$0.isAlias }.flatMap { mapping in
      mapping.entries.compactMap { key, _ in
        guard !key.isScalar else { return nil }
        guard source.text[mapping.range].starts(with: "{{".utf8) else {
          let what = key.isMapping ? "a mapping" : "a list"
          return Diagnostic(.keyType, at: key.range, "expected a string as key, found \(what)")
        }
        return Diagnostic(
          .keyType,
          at: mapping.range,
          "`{{` without quotes starts a mapping; quote the value",
          fixes: [.quoting(source.written(mapping.range), at: mapping.range)]
        )
      }
    }
  }

  /// Keys that PyYAML takes for something else than a text or a whole number.
  static func keysThatAreNoText(in reading: YAMLReading) -> [Diagnostic] {
    guard reading.reader == .pyYAML else { return [] }
    return reading.scalars.compactMap { scalar in
      guard scalar.isKey, !scalar.node.isMergeKey, !scalar.node.range.isEmpty,
        let printed = YAMLDialect.pyYAML.printed(scalar.text)
      else { return nil }
      if case .integer = PyYAML.meaning(of: scalar.text) { return nil }
      let isDate = PyYAML.meaning(of: scalar.text) == .timestamp
      var finding = Diagnostic(
        .keyType,
        at: scalar.node.range,
        "YAML reads the key `\(scalar.text)` as \(isDate ? "a date" : "`\(printed)`"); quote it to keep the string",
        fixes: [.quoting(scalar.text, at: scalar.node.range)]
      )
      finding.severity = .warning
      return finding
    }
  }
}
