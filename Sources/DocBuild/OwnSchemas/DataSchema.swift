internal import Values

/// Makes the schema of data files and overlays from what a project declares.
struct DataSchema {
  let declarations: Declarations
  /// Whether it is for an overlay, in which values may stand empty.
  let isOverlay: Bool
  var scales: [String] = []

  /// The schema of the whole file.
  var schema: JSONNode {
    var members = tree(of: keys.map { ($0.key.split(separator: ".").map(String.init)[...], $0) })
    members.append(("servers", .closed(declarations.groups.map { ($0.id, group($0)) })))
    guard isOverlay else { return .closed(members) }
    let header = JSONNode.closed(
      [
        ("title", .string(about: "What the customer is called.")),
        ("scale", .oneOf(scales, about: "The scale of the customer's deployment.")),
        ("override", .list(of: .string, about: "Keys of weaker layers that it replaces.")),
      ],
      required: ["title", "scale"]
    )
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
    let count = JSONNode.object([("type", .text("integer")), ("minimum", .int(0))])
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
    var parts: [(String, JSONNode)]
    switch type.kind {
    case .int: parts = [("type", .text("integer"))]
    case .float, .percent: parts = [("type", .text("number"))]
    case .bool: parts = [("type", .text("boolean"))]
    case .port:
      parts = [("type", .text("integer")), ("minimum", .int(1)), ("maximum", .int(65535))]
    case .enumeration: parts = [("enum", .texts(type.values))]
    case .list(let element):
      var inner = type
      inner.kind = element
      parts = [("type", .text("array")), ("items", .object(self.parts(of: inner)))]
    case .version, .string: parts = [("type", .texts(["string", "number"]))]
    default: parts = [("type", .text("string"))]
    }
    if let pattern = patterns[type.kind] { parts.append(("pattern", .text(pattern))) }
    if case .int = type.kind {
      if let least = type.min.flatMap({ Int($0) }) { parts.append(("minimum", .int(least))) }
      if let most = type.max.flatMap({ Int($0) }) { parts.append(("maximum", .int(most))) }
    }
    return parts
  }

  private static let patterns: [ValueType.Kind: String] = {
    let byte = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
    let address = "\(byte)(\\.\(byte)){3}"
    let label = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
    return [
      .ipv4: "^\(address)$", .cidr: "^\(address)/(3[0-2]|[12]?[0-9])$", .ipv6: "^[0-9A-Fa-f:.]+$",
      .hostname: "^\(label)(\\.\(label))*$", .fqdn: "^\(label)(\\.\(label))+$",
      .portRange: "^[0-9]+-[0-9]+$", .hostPort: "^.+:[0-9]+$", .url: "^[a-z][a-z0-9+.-]*://[^@ ]+$",
      .email: "^[^@ ]+@[^@ ]+$", .path: "^/", .interface: "^[^ /]{1,15}$",
      .username: "^[a-z_][a-z0-9_-]*$",
      .bytes: "^[0-9]+ ?(B|kB|KiB|MB|MiB|GB|GiB|TB|TiB)$",
      .duration: "^([0-9]+ ?(ms|s|m|h|d|w))+$",
    ]
  }()
}
