internal import Diagnostics

/// Checks the variables of a vars.yml against a revision of the playbook.
struct AnsibleVars {
  let catalog: VariableCatalog
  /// The text of the file.
  let source: [UInt8]

  /// Returns what is wrong with the variables, in the order of the text.
  func check(_ tree: YAMLTree) -> [Diagnostic] {
    guard let root = tree.root else { return [] }
    guard root.isMapping else {
      return root.isNull ? [] : [.notVariables(at: root.range)]
    }
    var findings: [Diagnostic] = []
    let given = Set(root.entries.map(\.key.text))
    for (key, value) in root.entries where key.isScalar {
      findings += check(key, value, beside: given)
    }
    return findings + conflicts(in: root)
  }

  private func check(
    _ key: YAMLNode,
    _ value: YAMLNode,
    beside given: Set<String>
  ) -> [Diagnostic] {
    let name = key.text
    switch catalog.fate(of: name) {
    case .current(let entry):
      if entry.hasNoEffect { return [.noEffect(name, at: key.range)] }
      return check(value, of: name, against: entry)
    case .renamed(let new):
      let isFree = !given.contains(new)
      return [.renamedVariable(name, to: new, at: key.range, catalog.name, isFree: isFree)]
    case .removed(let successor):
      if let advice = MisconceivedVariables.advice[name] {
        return [.misconceived(name, advice, at: key.range)]
      }
      return [.removedVariable(name, successor: successor, at: key.range, catalog.name)]
    case .unknown: return unknown(name, at: key.range, beside: given)
    }
  }

  private func unknown(
    _ name: String,
    at range: Range<Int>,
    beside given: Set<String>
  ) -> [Diagnostic] {
    if name.hasPrefix("ansible_") || name.hasPrefix("vault_") { return [] }
    if let advice = MisconceivedVariables.advice[name] {
      return [.misconceived(name, advice, at: range)]
    }
    let near = catalog.nearest(to: name).filter { !given.contains($0) }
    if near.isEmpty, catalog.mayBeUnverified(name) {
      return [.unverifiedVariable(name, at: range, catalog.name)]
    }
    return [.unknownVariable(name, at: range, nearest: near, catalog.name)]
  }

  // MARK: Values

  private func check(
    _ value: YAMLNode,
    of name: String,
    against entry: VariableCatalog.Entry
  ) -> [Diagnostic] {
    if value.isScalar, value.text.contains("{{") || value.text.contains("{%") { return [] }
    let found = type(of: value)
    guard accepts(found, entry.types) else {
      return [.wrongVariableType(name, found, expected: entry.types, at: value)]
    }
    if !entry.values.isEmpty, value.isScalar, !entry.values.contains(value.text) {
      return [.notInEnum(name, value, entry.values)]
    }
    if name.hasSuffix("_extension_json") { return checkJSON(value, of: name) }
    if name.hasSuffix("_extension_yaml") { return checkYAML(value, of: name) }
    return []
  }

  private func type(of value: YAMLNode) -> String {
    if value.isMapping { return "mapping" }
    if value.isSequence { return "list" }
    switch value.scalarType {
    case .null: return "null"
    case .bool: return "bool"
    case .int: return "int"
    case .float: return "float"
    case .timestamp, .string: return "string"
    }
  }

  /// Values end in rendered text, so numbers pass for strings and an empty value for anything.
  private func accepts(_ found: String, _ types: Set<String>) -> Bool {
    if types.contains("any") || types.contains(found) || found == "null" { return true }
    if types == ["null"] { return true }
    switch found {
    case "int": return types.contains("string") || types.contains("float")
    case "float": return types.contains("string")
    default: return false
    }
  }

  /// The playbook takes anything but an object for `{}` and says nothing.
  private func checkJSON(_ value: YAMLNode, of name: String) -> [Diagnostic] {
    guard value.isScalar, !value.isNull,
      let mistake = JSONReader.mistake(inObject: Array(value.text.utf8))
    else { return [] }
    return [
      .notJSONObject(
        name,
        mistake.message,
        at: place(mistake.offset..<(mistake.offset + 1), in: value)
      )
    ]
  }

  private func checkYAML(_ value: YAMLNode, of name: String) -> [Diagnostic] {
    guard value.isScalar, !value.isNull else { return [] }
    let inner = YAMLTree.parse(Array(value.text.utf8))
    guard inner.diagnostics.isEmpty else {
      return inner.diagnostics.map { finding in
        finding.relocated { Location(range: place($0.range, in: value)) }
      }
    }
    let isMapping = inner.value.root.map { $0.isMapping || $0.isNull } ?? true
    return isMapping ? [] : [.notYAMLMapping(name, at: value.range)]
  }

  /// A place inside the text of a value, or the value itself where its text is not to be found.
  private func place(_ range: Range<Int>, in value: YAMLNode) -> Range<Int> {
    ScalarPlaces(of: value.text, at: value.range, in: source)?.range(of: range) ?? value.range
  }

  // MARK: Conflicts

  /// The playbook's own validation refuses generic workers beside specialised ones.
  private func conflicts(in root: YAMLNode) -> [Diagnostic] {
    let generic = "matrix_synapse_workers_generic_workers_count"
    guard let (key, value) = root.entries.last(where: { $0.key.text == generic }),
      let count = Int(value.text), count > 0
    else { return [] }
    let specialised = root.entries.first { key, value in
      Self.specialised.contains(key.text) && (Int(value.text) ?? 0) > 0
    }
    guard let specialised else { return [] }
    return [.mixedWorkers(at: key.range, specialised.key)]
  }

  private static let specialised: Set<String> = Set(
    ["sync", "client_reader", "federation_reader", "room"].map {
      "matrix_synapse_workers_\($0)_workers_count"
    }
  )
}
