internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Keys that go-yaml reads as numbers, bools or nothing; compose-go's loader refuses them.
  static func keysThatAreNoTexts(in node: YAMLNode) -> [Diagnostic] {
    guard !node.isAlias else { return [] }
    return node.elements.flatMap(keysThatAreNoTexts)
      + node.entries.flatMap { key, value in
        keyNoText(key) + keysThatAreNoTexts(in: value)
      }
  }

  private static func keyNoText(_ key: YAMLNode) -> [Diagnostic] {
    guard key.isScalar, key.style.isPlain, key.tag == nil else { return [] }
    let isOther =
      key.isNull || ["true", "false"].contains(key.text.lowercased())
      || (!key.text.contains(":") && YAMLNumber.any(key.text) != nil)
    guard isOther else { return [] }
    let edit = Edit(Location(range: key.range), with: "\"\(key.text)\"")
    return [
      Diagnostic(
        SchemaRules.compose.type,
        at: key.range,
        "expected a string as key, found `\(key.text)`; put it in quotes",
        fixes: key.range.isEmpty ? [] : [Fix("write `\"\(key.text)\"`", edits: [edit])]
      )
    ]
  }
}
