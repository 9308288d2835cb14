internal import Diagnostics
package import Languages
internal import Snippets
internal import Values

/// Reads the declaration of a key or of a field, whose shape has been checked.
///
/// A key is declared whatever is wrong with its declaration: who uses it makes no mistake.
package struct DeclarationReader {
  /// Returns a declaration.
  package static func read(
    _ node: YAMLNode,
    key keyNode: YAMLNode,
    with reader: inout YAMLReader
  ) -> KeyDeclaration {
    let typeName = node.text(of: "type") ?? ""
    let isSecretList = typeName == "list<secret>"
    var type =
      ValueType.parse(typeName)
      ?? ValueType(isSecretList ? .secret : meantKind(typeName) ?? .string)
    readParameters(node, into: &type)
    var declaration = KeyDeclaration(
      key: keyNode.text,
      type: type,
      about: node.text(of: "about") ?? "",
      location: reader.location(keyNode)
    )
    declaration.isBroken = ValueType.parse(typeName) == nil
    declaration.hint = node.text(of: "hint")
    declaration.hintLocation = node.member("hint").map { reader.location($0) }
    declaration.example = node.member("example").flatMap { reader.rawValue($0) }
    declaration.networkLocation = node.member("in").map { reader.location($0) }
    declaration.generate = node.text(of: "generate")
    declaration.showsExample = node.text(of: "show") == "example"
    declaration.source =
      type.kind == .secret || node.member("compute") != nil
      ? nil : node.text(of: "source").flatMap(Layer.init) ?? .common
    if let compute = node.member("compute") {
      declaration.compute = expression(compute, with: &reader)
      declaration.isBroken = declaration.isBroken || declaration.compute == nil
    }
    guard node.isMapping else {
      declaration.isBroken = true
      return declaration
    }
    DeclarationCheck.check(declaration, node, at: keyNode, with: &reader)
    // What is wrong with its shape is reported already.
    declaration.isBroken =
      declaration.isBroken
      || reader.diagnostics.contains { finding in
        let place = finding.location.range.lowerBound
        return node.range.contains(place) || keyNode.range.contains(place)
      }
    return declaration
  }

  /// The type that a wrong name is nearest to.
  private static func meantKind(_ name: String) -> ValueType.Kind? {
    NameIndex(ValueType.kindNames).nearest(to: name).first.flatMap { ValueType.Kind(rawValue: $0) }
  }

  private static func readParameters(_ node: YAMLNode, into type: inout ValueType) {
    type.values = node.texts(of: "values")
    type.min = node.text(of: "min")
    type.max = node.text(of: "max")
    type.pattern = node.text(of: "pattern")
    type.charset = node.text(of: "charset")
    type.within = node.text(of: "in")
    type.isMultiline = node.text(of: "multiline") == "true"
    type.minLength = node.text(of: "min-length").flatMap { Int($0) }.map { min(max(0, $0), 4096) }
    type.maxLength = node.text(of: "max-length").flatMap { Int($0) }.map { max(0, $0) }
  }

  private static func expression(
    _ node: YAMLNode,
    with reader: inout YAMLReader
  ) -> (expression: Expression, location: Location)? {
    guard node.isScalar else { return nil }
    switch Expression.parse(node.text) {
    case .success(let expression): return (expression, reader.location(node))
    case .failure(let mistake):
      reader.diagnostics.append(.wrongDeclaration(mistake.message, at: reader.location(node)))
      return nil
    }
  }
}
