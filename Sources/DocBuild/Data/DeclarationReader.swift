internal import Diagnostics
package import Languages
internal import Snippets
internal import Text
internal import Values

/// Reads the declaration of a key or of a field.
package struct DeclarationReader {
  private static let allowed = [
    "type", "source", "hint", "about", "example", "show", "generate", "compute", "in", "min",
    "max", "pattern", "values", "charset", "min-length", "max-length", "multiline",
  ]

  /// Returns a declaration, or nothing where its type is not known.
  package static func read(
    _ node: YAMLNode,
    key keyNode: YAMLNode,
    with reader: inout YAMLReader
  ) -> KeyDeclaration? {
    let key = keyNode.text
    let fields = reader.fields(of: node, allowed: allowed)
    guard let typeName = reader.string(fields["type"], or: "the type of `\(key)`", in: keyNode)
    else { return nil }
    guard var type = ValueType.parse(typeName) else {
      if let typeNode = fields["type"] {
        let nearest = NameIndex(ValueType.kindNames).nearest(to: typeName)
        reader.diagnostics.append(
          .unknownType(typeName, at: reader.location(typeNode), nearest: nearest)
        )
      }
      return nil
    }
    readParameters(fields, into: &type, with: &reader)
    var declaration = KeyDeclaration(
      key: key,
      type: type,
      about: reader.string(fields["about"], or: "`about`, the meaning for readers,", in: keyNode)
        ?? "",
      location: reader.location(keyNode)
    )
    declaration.hint = fields["hint"].flatMap { reader.string($0, or: "a hint", in: keyNode) }
    declaration.example = fields["example"].flatMap { reader.rawValue($0) }
    declaration.generate = fields["generate"]?.text
    declaration.showsExample = fields["show"]?.text == "example"
    if let node = fields["compute"] {
      declaration.compute = compute(node, with: &reader)
    }
    declaration.source = source(
      of: declaration,
      isComputed: fields["compute"] != nil,
      fields["source"],
      at: keyNode,
      with: &reader
    )
    checkCompleteness(declaration, at: keyNode, with: &reader)
    return declaration
  }

  private static func readParameters(
    _ fields: [String: YAMLNode],
    into type: inout ValueType,
    with reader: inout YAMLReader
  ) {
    type.values = reader.strings(fields["values"])
    type.min = fields["min"]?.text
    type.max = fields["max"]?.text
    type.pattern = fields["pattern"]?.text
    if let pattern = fields["pattern"], Pattern(pattern.text) == nil {
      reader.expected("a regular expression", at: pattern)
    }
    type.charset = fields["charset"]?.text
    type.within = fields["in"]?.text
    type.isMultiline = truth(fields["multiline"], with: &reader)
    type.minLength = length(fields["min-length"], with: &reader)
    type.maxLength = length(fields["max-length"], with: &reader)
  }

  private static func truth(_ node: YAMLNode?, with reader: inout YAMLReader) -> Bool {
    guard let node, node.text != "false" else { return false }
    if node.text != "true" { reader.expected("true or false", at: node) }
    return node.text == "true"
  }

  private static func length(_ node: YAMLNode?, with reader: inout YAMLReader) -> Int? {
    guard let node else { return nil }
    guard let length = Int(node.text), length >= 0 else {
      reader.expected("a number of characters", at: node)
      return nil
    }
    return length
  }

  private static func compute(
    _ node: YAMLNode,
    with reader: inout YAMLReader
  ) -> (expression: Expression, location: Location)? {
    switch Expression.parse(node.text) {
    case .success(let expression): return (expression, reader.location(node))
    case .failure(let mistake):
      reader.diagnostics.append(.wrongDeclaration(mistake.message, at: reader.location(node)))
      return nil
    }
  }

  private static func source(
    of declaration: KeyDeclaration,
    isComputed: Bool,
    _ node: YAMLNode?,
    at keyNode: YAMLNode,
    with reader: inout YAMLReader
  ) -> Layer? {
    let isSecret = declaration.type.kind == .secret
    // A secret is never given, so what its source says changes nothing.
    if isSecret { return nil }
    if isComputed {
      if let node {
        reader.expected("no source: a computed key has none", at: node)
      }
      return nil
    }
    guard let node else {
      reader.diagnostics.append(
        .wrongDeclaration(
          "`\(declaration.key)` needs a source: common, scale or customer",
          at: reader.location(keyNode)
        )
      )
      return .common
    }
    guard let layer = Layer(rawValue: node.text) else {
      reader.expected("common, scale or customer", at: node)
      return .common
    }
    return layer
  }

  private static func checkCompleteness(
    _ declaration: KeyDeclaration,
    at keyNode: YAMLNode,
    with reader: inout YAMLReader
  ) {
    let needsHint = declaration.source == .customer || declaration.type.kind == .secret
    if needsHint, declaration.hint == nil {
      reader.diagnostics.append(
        .wrongDeclaration(
          "`\(declaration.key)` needs a hint that begins with `CHANGE_TO_`",
          at: reader.location(keyNode)
        )
      )
    }
    if let hint = declaration.hint, !hint.hasPrefix("CHANGE_TO_") {
      reader.diagnostics.append(
        .wrongDeclaration("a hint begins with `CHANGE_TO_`", at: reader.location(keyNode))
      )
    }
    if declaration.source == .customer, declaration.example == nil {
      reader.diagnostics.append(
        .wrongDeclaration(
          "`\(declaration.key)` needs an example, which stands in while no value is given",
          at: reader.location(keyNode)
        )
      )
    }
  }
}
