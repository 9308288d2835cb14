internal import Languages

/// The variables that a file sets.
struct VariableSet {
  /// In the order of the text; of a name that stands twice the last one counts.
  let entries: [(key: YAMLNode, value: YAMLNode)]
  private let places: [String: Int]

  init(_ entries: [(key: YAMLNode, value: YAMLNode)]) {
    let entries = entries.filter(\.key.isScalar)
    self.entries = entries
    places = Dictionary(
      zip(entries.map(\.key.text), entries.indices),
      uniquingKeysWith: { $1 }
    )
  }

  var names: Set<String> { Set(places.keys) }

  /// Returns the key and the value of a variable.
  subscript(_ name: String) -> (key: YAMLNode, value: YAMLNode)? {
    places[name].map { entries[$0] }
  }

  /// Whether the file surely sets a variable to something: not to false, 0 or nothing.
  func isOn(_ name: String) -> Bool { self[name]?.value.isOn == true }

  /// Whether the file surely sets a variable to false, 0 or nothing.
  func isOff(_ name: String) -> Bool { self[name]?.value.isOn == false }
}

extension YAMLNode {
  /// Whether Ansible takes a value for something; nothing where that is only known when it runs.
  var isOn: Bool? {
    if isMapping { return !entries.isEmpty }
    if isSequence { return !elements.isEmpty }
    guard !isNull, !text.isEmpty else { return false }
    if JinjaTemplate.isTemplate(text) { return nil }
    switch scalarType {
    case .bool: return ["yes", "true", "on"].contains(text.lowercased())
    case .int, .float: return text.contains { ("1"..."9").contains($0) }
    default:
      // What a text such as `no` means depends on whether the role asks for a truth.
      let isTruth = YAMLScalarType(ofPlain: text) == .bool || text == "0" || text == "1"
      return isTruth ? nil : true
    }
  }
}
