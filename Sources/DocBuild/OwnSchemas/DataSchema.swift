internal import Values

/// Makes the schema of data files and overlays from what a project declares.
package struct DataSchema {
  package let declarations: Declarations
  /// Whether it is for an overlay, in which values may stand empty.
  let isOverlay: Bool
  package var scales: [String] = []

  /// The schema of the whole file.
  package var schema: JSONNode {
    var members = tree(of: keys.map { ($0.key.split(separator: ".").map(String.init)[...], $0) })
    members.append(("servers", .closed(declarations.groups.map { ($0.id, group($0)) })))
    guard isOverlay else { return .closed(members) }
    let header = FileShape.customer(of: scales).schema
    return .closed([("customer", header)] + members, required: ["customer"])
  }

  /// What such a file may give: an overlay also the keys that it says it overrides.
  private var keys: [KeyDeclaration] {
    declarations.order.compactMap { declarations.keys[$0] }.filter { $0.source != nil }
      .filter { isOverlay || $0.source != .customer }
  }

  /// The members of a mapping whose leaves are keys.
  private func tree(
    of keys: [(path: ArraySlice<String>, declaration: KeyDeclaration)]
  ) -> [(String, JSONNode)] {
    let names = keys.compactMap(\.path.first).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return names.map { name in
      let own = keys.filter { $0.path.first == name }
      if let leaf = own.first(where: { $0.path.count == 1 }) {
        return (name, value(of: leaf.declaration))
      }
      return (name, .closed(tree(of: own.map { ($0.path.dropFirst(), $0.declaration) })))
    }
  }

  private func group(_ group: ServerGroup) -> JSONNode {
    let own = group.fields.filter { $0.source == .customer }.map { ($0.key, value(of: $0)) }
    guard !isOverlay else { return .list(of: .closed(own), about: "\(group.title), in order.") }
    let count = JSONNode.object([
      ("type", .text("integer")), ("minimum", .int(0)), ("maximum", .int(1000)),
    ])
    let shared = group.fields.filter { $0.source != .customer }.map { ($0.key, value(of: $0)) }
    return .closed([("count", count)] + shared, about: group.title)
  }

  private func value(of declaration: KeyDeclaration) -> JSONNode {
    let parts = Self.parts(of: declaration.type)
    let about: [(String, JSONNode)] = [("description", .text(declaration.about))]
    guard isOverlay else { return .object(parts + about) }
    let gap = JSONNode.object([("type", .text("null"))])
    return .object([("anyOf", .array([.object(parts), gap]))] + about)
  }

  /// What a value of a type looks like in YAML.
  private static func parts(of type: ValueType) -> [(String, JSONNode)] {
    guard !type.isList else {
      var element = type
      element.isList = false
      // One element stands for a list of it.
      let one = JSONNode.object(parts(of: element))
      return [("anyOf", .array([.list(of: one), one]))]
    }
    let shape = type.kind.shape
    switch shape.form {
    case .whole(let bounds):
      return [("type", .text("integer"))] + self.bounds(of: type, within: bounds)
    case .number(let bounds):
      return [("type", .text("number"))] + self.bounds(of: type, within: bounds)
    case .numberOrText(let bounds):
      return [("type", .texts(["number", "string"]))] + self.bounds(of: type, within: bounds)
        + pattern(of: shape)
    case .truth: return [("type", .text("boolean"))]
    case .oneOf: return [("enum", .texts(type.values))]
    case .textOrNumber: return [("type", .texts(["string", "number"]))] + pattern(of: shape)
    case .text: return [("type", .text("string"))] + pattern(of: shape)
    }
  }

  private static func pattern(of shape: KindShape) -> [(String, JSONNode)] {
    shape.pattern.map { [("pattern", .text($0))] } ?? []
  }

  /// The bounds of the kind, and narrower ones that the type declares.
  private static func bounds(
    of type: ValueType,
    within bounds: ClosedRange<Int>?
  ) -> [(String, JSONNode)] {
    let least = type.min.flatMap { Int($0) } ?? bounds?.lowerBound
    let most = type.max.flatMap { Int($0) } ?? bounds?.upperBound
    return [("minimum", least), ("maximum", most)].compactMap { name, bound in
      bound.map { (name, .int($0)) }
    }
  }
}
