package import Diagnostics
package import Languages
internal import Snippets
internal import Values

/// Takes values out of the project's own YAML files and reports what is not as expected.
package struct YAMLReader {
  package let path: String
  package var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Returns the tree of a file, and what is wrong with its syntax.
  static func tree(of source: SourceFile) -> (tree: YAMLTree?, diagnostics: [Diagnostic]) {
    let outcome = YAMLTree.parse(source.bytes)
    return (
      outcome.value,
      outcome.diagnostics.map { finding in
        finding.relocated { Location(path: source.path, range: $0.range) }
      }
    )
  }

  package func location(_ node: YAMLNode) -> Location { Location(path: path, range: node.range) }

  package mutating func expected(_ what: String, at node: YAMLNode) {
    diagnostics.append(.wrongDeclaration("expected \(what)", at: location(node)))
  }

  /// Returns the fields of a mapping by name, and reports those that are not allowed.
  package mutating func fields(of node: YAMLNode, allowed: [String]) -> [String: YAMLNode] {
    guard node.isMapping else {
      expected("a mapping with \(allowed.map { "`\($0)`" }.joined(separator: ", "))", at: node)
      return [:]
    }
    var fields: [String: YAMLNode] = [:]
    for (key, value) in node.mergedEntries {
      if allowed.contains(key.text) {
        fields[key.text] = value
      } else {
        diagnostics.append(
          .unknownField(
            key.text,
            at: location(key),
            nearest: NameIndex(allowed).nearest(to: key.text),
            allowed: allowed
          )
        )
      }
    }
    return fields
  }

  /// Returns the text of a scalar; reports anything else.
  package mutating func string(_ node: YAMLNode?, or what: String, in parent: YAMLNode) -> String? {
    guard let node else {
      diagnostics.append(.wrongDeclaration("\(what) is missing", at: location(parent)))
      return nil
    }
    guard node.isScalar else {
      expected(what, at: node)
      return nil
    }
    return node.text
  }

  /// Returns the text of a scalar that is one line, such as a title; reports anything else.
  mutating func line(_ node: YAMLNode?, or what: String, in parent: YAMLNode) -> String? {
    guard let text = string(node, or: what, in: parent), let node else { return nil }
    if let control = text.firstControl() {
      expected("one line without control characters, found \(control)", at: node)
    }
    return text
  }

  /// Returns the texts of a list of scalars; a single scalar is a list of one.
  mutating func strings(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    if node.isScalar { return [node.text] }
    guard node.isSequence else {
      expected("a list", at: node)
      return []
    }
    return node.elements.compactMap { element in
      if element.isScalar { return element.text }
      expected("a text", at: element)
      return nil
    }
  }

  /// Returns a scalar or a list of scalars.
  package mutating func rawValue(_ node: YAMLNode) -> RawValue? {
    if node.isScalar { return .scalar(node.text, location(node)) }
    guard node.isSequence else {
      expected("a value or a list of values", at: node)
      return nil
    }
    let elements = node.elements.compactMap { element -> (text: String, location: Location)? in
      guard element.isScalar else {
        expected("a value", at: element)
        return nil
      }
      return (element.text, location(element))
    }
    return .list(elements, location(node))
  }
}
