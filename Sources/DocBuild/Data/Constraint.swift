package import Diagnostics
package import Languages
internal import Snippets
package import Values

/// What keys.yml demands of several values together.
package struct Constraint: Sendable {
  package var kind: Kind
  /// Why, in the words of the project.
  package var message: String
  package var location: Location

  /// The forms of constraints; in paths `*` stands for any one segment.
  package enum Kind: Sendable {
    /// No two of the values are equal.
    case distinct([String])
    /// All of the values are equal.
    case same([String])
    /// No two of the port ranges share a port.
    case disjoint([String])
    /// No value is smaller at a larger scale.
    case monotone([String])
    /// The expression is true.
    case expect(Expression)
  }

  /// Whether a value takes part in the constraint.
  package func concerns(_ path: String) -> Bool {
    let patterns: [String]
    switch kind {
    case .distinct(let paths), .same(let paths), .disjoint(let paths), .monotone(let paths):
      patterns = paths
    case .expect(let expression): patterns = expression.paths.map(\.path)
    }
    return patterns.contains { PathPattern($0).matches(path) }
  }

  private static let forms = ["distinct", "same", "disjoint", "monotone", "expect"]

  /// Reads the list `constraints:` of keys.yml.
  package static func read(_ node: YAMLNode, with reader: inout YAMLReader) -> [Constraint] {
    guard node.isSequence else {
      reader.expected("a list of constraints", at: node)
      return []
    }
    return node.elements.compactMap { read(one: $0, with: &reader) }
  }

  private static func read(one node: YAMLNode, with reader: inout YAMLReader) -> Constraint? {
    let fields = reader.fields(of: node, allowed: forms + ["message"])
    guard let message = reader.string(fields["message"], or: "`message`", in: node) else {
      return nil
    }
    let given = forms.filter { fields[$0] != nil }
    guard given.count == 1, let form = given.first, let value = fields[form] else {
      reader.expected("one of distinct, same, disjoint, monotone, expect", at: node)
      return nil
    }
    guard let kind = kind(form, value, with: &reader) else { return nil }
    return Constraint(kind: kind, message: message, location: reader.location(node))
  }

  private static func kind(
    _ form: String,
    _ value: YAMLNode,
    with reader: inout YAMLReader
  ) -> Kind? {
    switch form {
    case "distinct": return .distinct(reader.strings(value))
    case "same": return .same(reader.strings(value))
    case "disjoint": return .disjoint(reader.strings(value))
    case "monotone": return .monotone(reader.strings(value))
    default:
      switch Expression.parse(value.text) {
      case .success(let expression): return .expect(expression)
      case .failure(let mistake):
        reader.diagnostics.append(.wrongDeclaration(mistake.message, at: reader.location(value)))
        return nil
      }
    }
  }
}
