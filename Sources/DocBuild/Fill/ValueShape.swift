internal import Diagnostics
internal import Values

/// What a value must look like, in a form that the script of the page of values reads.
enum ValueShape {
  /// Returns the type of a value and what restricts it, as a JSON object.
  static func json(of type: ValueType) -> String {
    var members: [(name: String, value: String)] = [("type", JSONText.string(type.name))]
    let texts = [
      ("min", type.min), ("max", type.max), ("pattern", type.pattern),
      ("charset", type.charset), ("in", type.within),
    ]
    for (name, text) in texts {
      if let text { members.append((name, JSONText.string(text))) }
    }
    if !type.values.isEmpty {
      members.append(("values", JSONText.array(type.values.map(JSONText.string))))
    }
    if let least = type.minLength { members.append(("minLength", String(least))) }
    if let most = type.maxLength { members.append(("maxLength", String(most))) }
    return JSONText.object(members)
  }

  /// Returns the keys that must differ from each other, as a JSON list for each constraint.
  static func distinct(_ keys: [String], by constraints: [Constraint]) -> String {
    JSONText.array(
      constraints.compactMap { constraint in
        guard case .distinct = constraint.kind else { return nil }
        let own = keys.filter(constraint.concerns)
        return own.count > 1 ? JSONText.array(own.map(JSONText.string)) : nil
      }
    )
  }
}
