internal import Diagnostics

/// JSON that is being put together; members keep their order.
package indirect enum JSONNode {
  case text(String)
  case int(Int)
  case bool(Bool)
  case array([JSONNode])
  case object([(String, JSONNode)])

  /// Returns the text, two spaces deeper for each level, with a line break at its end.
  package func printed() -> String { text(indentedBy: 0) + "\n" }

  private func text(indentedBy depth: Int) -> String {
    let inner = String(repeating: "  ", count: depth + 1)
    let outer = String(repeating: "  ", count: depth)
    switch self {
    case .text(let text): return JSONText.string(text)
    case .int(let number): return String(number)
    case .bool(let isTrue): return String(isTrue)
    case .array(let elements):
      guard !elements.isEmpty else { return "[]" }
      let lines = elements.map { inner + $0.text(indentedBy: depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { name, value in
        "\(inner)\(JSONText.string(name)): \(value.text(indentedBy: depth + 1))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }
}

/// The forms of JSON Schema that the schemas of our own files are made of.
extension JSONNode {
  package static let string: JSONNode = .object([("type", .text("string"))])

  package static func texts(_ texts: [String]) -> JSONNode { .array(texts.map { .text($0) }) }

  package static func oneOf(_ values: [String], about: String? = nil) -> JSONNode {
    described([("enum", texts(values))], about)
  }

  package static func string(about: String, pattern: String? = nil) -> JSONNode {
    described([("type", .text("string"))] + (pattern.map { [("pattern", .text($0))] } ?? []), about)
  }

  package static func list(of element: JSONNode, about: String? = nil) -> JSONNode {
    described([("type", .text("array")), ("items", element)], about)
  }

  /// A mapping with these keys and no others.
  package static func closed(
    _ members: [(String, JSONNode)],
    required: [String] = [],
    about: String? = nil
  ) -> JSONNode {
    var parts: [(String, JSONNode)] = [("type", .text("object"))]
    if !required.isEmpty { parts.append(("required", texts(required))) }
    parts += [("properties", .object(members)), ("additionalProperties", .bool(false))]
    return described(parts, about)
  }

  /// What a schema says, or nothing.
  static func orNull(_ schema: JSONNode) -> JSONNode {
    .object([("anyOf", .array([schema, .object([("type", .text("null"))])]))])
  }

  private static func described(
    _ parts: [(String, JSONNode)],
    _ about: String?
  ) -> JSONNode {
    .object(parts + (about.map { [("description", .text($0))] } ?? []))
  }

  /// The document around a schema.
  package static func document(_ title: String, _ schema: JSONNode) -> JSONNode {
    guard case .object(let parts) = schema else { return schema }
    return .object(
      [
        ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
      ] + parts
    )
  }
}
