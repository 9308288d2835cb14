package import Diagnostics
package import Languages
internal import Snippets
internal import Values

/// Takes values out of the project's own YAML files and reports what is not as expected.
package struct YAMLReader {
  package let path: String
  package var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  package func location(_ node: YAMLNode) -> Location { Location(path: path, range: node.range) }

  package mutating func expected(_ what: String, at node: YAMLNode) {
    diagnostics.append(.wrongDeclaration("expected \(what)", at: location(node)))
  }

  /// Reports a name that nothing has, which may be a part of a longer one.
  mutating func undefined(
    _ noun: String,
    _ node: YAMLNode,
    among names: [String],
    as whole: String? = nil
  ) {
    let finding = Diagnostic.undefined(noun, node.text, at: location(node), among: names)
    diagnostics.append(finding.about(whole.map { .missing($0) }))
  }

  /// Reports each name of a list that stands there before, and returns whether this one does.
  mutating func isDuplicate(
    _ noun: String,
    _ node: YAMLNode,
    _ seen: inout [String: Location]
  ) -> Bool {
    guard let first = seen[node.text] else {
      seen[node.text] = location(node)
      return false
    }
    diagnostics.append(.duplicate(noun, node.text, at: location(node), first: first))
    return true
  }

  /// Returns a scalar or a list of scalars; nothing where there is none.
  package func rawValue(_ node: YAMLNode) -> RawValue? {
    if node.isScalar { return .scalar(node.text, location(node)) }
    guard node.isSequence, node.elements.allSatisfy(\.isScalar) else { return nil }
    return .list(node.elements.map { ($0.text, location($0)) }, location(node))
  }
}

/// Parts of a file whose shape has been checked: what is not as expected is not there.
extension YAMLNode {
  /// The value of a key of a mapping, merged ones among them; nothing where it is empty.
  package func member(_ name: String) -> YAMLNode? {
    mergedEntries.last { $0.key.text == name && !$0.value.isNull }?.value
  }

  /// The text of a key's scalar.
  package func text(of name: String) -> String? {
    member(name).flatMap { $0.isScalar ? $0.text : nil }
  }

  /// The elements of a key's list that are mappings.
  package func mappings(of name: String) -> [YAMLNode] {
    member(name)?.elements.filter(\.isMapping) ?? []
  }

  /// The texts of a key's list of scalars; a single scalar is a list of one.
  package func texts(of name: String) -> [String] { scalars(of: name).map(\.text) }

  /// The scalars of a key's list; a single scalar is a list of one.
  package func scalars(of name: String) -> [YAMLNode] {
    guard let node = member(name) else { return [] }
    return node.isScalar ? [node] : node.elements.filter(\.isScalar)
  }
}
