internal import Diagnostics
internal import Languages
internal import Text

extension AnsibleVars {
  /// Returns what Ansible cannot evaluate in the values.
  func checkExpressions() -> [Diagnostic] {
    expressions.values.flatMap { value -> [Diagnostic] in
      let places = ScalarPlaces(of: value.node, in: source)
      func place(_ range: Range<Int>) -> Range<Int> {
        places?.range(of: range) ?? value.node.range
      }
      var findings = value.template.mistakes.map {
        Diagnostic.brokenExpression($0.message, at: place($0.range))
      }
      for name in value.references.names where !isKnown(name.text) {
        findings += check(name: name.text, at: place(name.range), isKey: false)
      }
      for filter in value.references.filters where !JinjaVocabulary.hasFilter(filter.text) {
        findings.append(.unknownFilter(filter.text, at: place(filter.range)))
      }
      for test in value.references.tests where !JinjaVocabulary.hasTest(test.text) {
        findings.append(.unknownTest(test.text, at: place(test.range)))
      }
      return findings
    } + set.entries.flatMap { halfMarked($0.value) }
  }

  /// Whether an expression may read a name.
  private func isKnown(_ name: String) -> Bool {
    JinjaVocabulary.names.contains(name) || set[name] != nil || catalog.has(name)
  }

  /// A text such as `{ shop_domain }}`, in which Ansible sees no expression.
  private func halfMarked(_ value: YAMLNode) -> [Diagnostic] {
    guard value.isScalar, !JinjaTemplate.isTemplate(value.text) else { return [] }
    let text = Array(value.text.utf8)
    guard let end = JinjaTemplate.find("}}", in: text, from: 0),
      let start = text[..<(end - 2)].lastIndex(of: UInt8(ascii: "{"))
    else { return [] }
    let inner = text[(start + 1)..<(end - 2)]
    let name = inner.drop(while: \.isBlank).prefix(while: \.isNameByte)
    let rest = inner[name.endIndex...].drop(while: \.isBlank)
    guard catalog.has(name.text), rest.isEmpty || rest.first == UInt8(ascii: "|") else { return [] }
    return [.brokenExpression("missing opening `{{`", at: place(start..<end, in: value))]
  }
}
