extension FileShape {
  /// The JSON Schema that says the same, as far as a schema can.
  package var schema: JSONNode {
    guard case .object(let parts) = form.schema else { return form.schema }
    return .object(parts + (about.map { [("description", .text($0))] } ?? []))
  }
}

extension FileShape.Form {
  fileprivate var schema: JSONNode {
    switch self {
    case .mapping(let members, _): return Self.closed(members)
    case .keyed(let key, let value, let fixed):
      return .object([
        ("type", .text("object")),
        ("properties", .object(fixed.map { ($0.name, $0.shape.schema) })),
        ("patternProperties", .object([(key.pattern ?? "", value.schema)])),
        ("additionalProperties", .bool(false)),
      ])
    case .list(let element, takesOne: false): return .list(of: element.schema)
    case .list(let element, takesOne: true):
      return .object([("anyOf", .array([.list(of: element.schema), element.schema]))])
    case .text(let text):
      // YAML reads a number where the author wrote a text.
      let type: (String, JSONNode) = ("type", .texts(["string", "number"]))
      let pattern = text.pattern.map { [("pattern", JSONNode.text($0))] } ?? []
      return .object([type, ("minLength", .int(1))] + pattern)
    case .word(let words, _): return .oneOf(words)
    case .whole(let range):
      return .object([
        ("type", .text("integer")), ("minimum", .int(range.lowerBound)),
        ("maximum", .int(range.upperBound)),
      ])
    case .truth: return .object([("type", .text("boolean"))])
    case .value:
      let scalars: JSONNode = .object([("type", .texts(["string", "number", "boolean"]))])
      return .object([("anyOf", .array([scalars, .list(of: scalars)]))])
    }
  }

  private static func closed(_ members: [FileShape.Member]) -> JSONNode {
    .closed(
      members.map { member in
        let isMapping =
          switch member.shape.form {
          case .mapping, .keyed, .list: true
          default: false
          }
        let schema = member.shape.schema
        guard isMapping, !member.isRequired else { return (member.name, schema) }
        // An optional mapping or list may be empty, as where all its lines are comments.
        return (member.name, .orNull(schema))
      },
      required: members.filter(\.isRequired).map(\.name)
    )
  }
}
