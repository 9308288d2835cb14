internal import Diagnostics
package import DocBuild
internal import Languages
package import Values

/// What a value must look like, in a form that the script of the page of values reads.
package enum ValueShape {
  /// Every kind of value by its name, as a JSON object: its pattern, what it demands besides, its
  /// bounds, and what is expected in words.
  static let kinds: String = JSONText.object(
    ValueType.Kind.allCases.map { kind in
      let shape = kind.shape
      var members = [("words", JSONText.string(shape.words.filter { $0 != "`" }))]
      if let pattern = shape.pattern { members.append(("pattern", JSONText.string(pattern))) }
      if let demand = shape.demand { members.append(("demand", JSONText.string(demand.rawValue))) }
      switch shape.form {
      case .whole(let bounds?), .number(let bounds?), .numberOrText(let bounds):
        members += [("least", String(bounds.lowerBound)), ("most", String(bounds.upperBound))]
      case .whole(nil), .number(nil), .text, .textOrNumber, .truth, .oneOf: break
      }
      return (kind.rawValue, JSONText.object(members))
    }
  )

  /// Returns the type of a value and what restricts it, as a JSON object; a network that is given
  /// already stands in it.
  package static func json(of type: ValueType, in values: ValueTable) -> String {
    var members: [(name: String, value: String)] = [
      ("type", JSONText.string(type.kind.rawValue))
    ]
    if type.isList { members.append(("list", "true")) }
    let texts = [
      ("min", type.min), ("max", type.max), ("pattern", type.pattern),
      ("charset", type.charset), ("in", type.within),
    ]
    for (name, text) in texts {
      if let text { members.append((name, JSONText.string(text))) }
    }
    if let network = type.within.flatMap(values.entry), !network.isOpen {
      members.append(("network", JSONText.string(network.printed(view: nil))))
    }
    if !type.values.isEmpty {
      members.append(("values", JSONText.array(type.values.map(JSONText.string))))
    }
    if let least = type.minLength { members.append(("minLength", String(least))) }
    if let most = type.maxLength { members.append(("maxLength", String(most))) }
    return JSONText.object(members)
  }

  /// Returns what open keys must have in common, or not, as a JSON list with an object for each
  /// constraint: its kind, its message, the open keys, and the values that are given already.
  ///
  /// Constraints by expressions, and those between scales, wait for the build.
  static func constraints(on open: [String], in values: ValueTable) -> String {
    JSONText.array(
      values.declarations.constraints.compactMap { constraint in
        guard let (kind, patterns) = constraint.kind.ofPairs else { return nil }
        let keys = open.filter(constraint.concerns)
        guard !keys.isEmpty else { return nil }
        let given = values.matches(of: patterns)
          .filter { !$0.entry.isOpen && $0.entry.state != .computed }
          .map { ($0.path, JSONText.string($0.entry.printed(view: nil))) }
        return JSONText.object([
          ("kind", JSONText.string(kind)), ("message", JSONText.string(constraint.message)),
          ("keys", JSONText.array(keys.map(JSONText.string))), ("given", JSONText.object(given)),
        ])
      }
    )
  }
}

extension Constraint.Kind {
  /// The name and the paths of a constraint that holds two values against each other.
  fileprivate var ofPairs: (name: String, patterns: [String])? {
    switch self {
    case .distinct(let patterns): ("distinct", patterns)
    case .same(let patterns): ("same", patterns)
    case .disjoint(let patterns): ("disjoint", patterns)
    case .monotone, .expect: nil
    }
  }
}
