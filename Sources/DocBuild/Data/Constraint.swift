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
  /// The patterns or the expression.
  var places: [Location] = []

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

  /// The patterns of the values that it compares; none where it is an expression.
  var patterns: [String] {
    switch kind {
    case .distinct(let paths), .same(let paths), .disjoint(let paths), .monotone(let paths): paths
    case .expect: []
    }
  }

  /// Whether a value takes part in the constraint.
  package func concerns(_ path: String) -> Bool {
    if case .expect(let expression) = kind {
      return expression.paths.contains { PathPattern($0.path).matches(path) }
    }
    return patterns.contains { PathPattern($0).matches(path) }
  }

  private static let forms = ["distinct", "same", "disjoint", "monotone", "expect"]

  /// Reads the list `constraints:` of keys.yml, whose shape has been checked.
  package static func read(_ node: YAMLNode, with reader: inout YAMLReader) -> [Constraint] {
    node.elements.compactMap { $0.isMapping ? read(one: $0, with: &reader) : nil }
  }

  private static func read(one node: YAMLNode, with reader: inout YAMLReader) -> Constraint? {
    let given = forms.filter { node.member($0) != nil }
    let listed = forms.map { "`\($0)`" }.alternatives
    let strangers = node.mergedEntries.map(\.key.text).filter { !forms.contains($0) }
    // What a form that is misspelt needs is used all the same.
    let meant = strangers.first { NameIndex(forms).nearest(to: $0).count == 1 && $0 != "message" }
    let written = given.first ?? meant
    guard given.count < 2, let written,
      let form = forms.contains(written) ? written : NameIndex(forms).nearest(to: written).first,
      let value = node.member(written)
    else {
      // A form that is misspelt is reported as an unknown key.
      guard !given.isEmpty || strangers == ["message"] else { return nil }
      let found = given.map { "`\($0)`" }.joined(separator: " and ")
      reader.expected(
        "\(listed), found \(given.isEmpty ? "none of them" : found)",
        at: node.mergedEntries.first?.key ?? node
      )
      return nil
    }
    guard let message = node.text(of: "message"),
      let kind = kind(form, value, node.texts(of: written), with: &reader)
    else { return nil }
    return Constraint(
      kind: kind,
      message: message,
      location: reader.location(node),
      places: node.scalars(of: written).map { reader.location($0) }
    )
  }

  private static func kind(
    _ form: String,
    _ value: YAMLNode,
    _ patterns: [String],
    with reader: inout YAMLReader
  ) -> Kind? {
    switch form {
    case "expect":
      guard value.isScalar else { return nil }
      switch Expression.parse(value.text) {
      case .success(let expression): return .expect(expression)
      case .failure(let mistake):
        reader.diagnostics.append(.wrongDeclaration(mistake.message, at: reader.location(value)))
        return nil
      }
    case "distinct": return .distinct(patterns)
    case "same": return .same(patterns)
    case "disjoint": return .disjoint(patterns)
    default: return .monotone(patterns)
    }
  }
}
