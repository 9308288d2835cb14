package import Diagnostics
internal import Languages
internal import Snippets

/// Reads a data file: nested mappings whose leaves are values.
package struct DataFileReader {
  private var reader: YAMLReader
  private var file: DataFile
  /// The keys that are written with their dots.
  private var dotted: Set<String> = []

  /// Returns the values of a file.
  package static func read(_ source: SourceFile, as layer: Layer) -> Outcome<DataFile> {
    let yaml = YAMLFile(source)
    var this = DataFileReader(
      reader: YAMLReader(path: source.path),
      file: DataFile(layer: layer, path: source.path, isWhole: yaml.isWhole)
    )
    if let root = yaml.root {
      this.readRoot(root)
    } else if layer == .customer, yaml.isWhole {
      this.reader.diagnostics.append(.emptyFile("customer", at: source.path))
    }
    // Of a part nothing can be said.
    let found = yaml.isWhole ? this.reader.diagnostics : []
    return Outcome(this.file, yaml.findings(with: found))
  }

  private mutating func readRoot(_ root: YAMLNode) {
    guard root.isMapping else {
      if !root.isNull || file.layer == .customer {
        reader.expected("a mapping of namespaces to keys", found: root)
      }
      return
    }
    var hasHeader = false
    for (key, value) in root.mergedEntries {
      switch key.text {
      case "servers": readServers(value, at: key)
      case "customer" where file.layer == .customer:
        hasHeader = true
        readCustomer(value, at: key)
      default: readValue(value, key: key.text, at: key)
      }
    }
    guard file.layer == .customer, !hasHeader else { return }
    // One that is misspelt is not missing as well.
    let near = root.mergedEntries.first { key, value in
      value.isMapping && NameIndex(["customer"]).nearest(to: key.text) == ["customer"]
    }
    guard let near else {
      return reader.diagnostics.append(
        .missingField("customer", at: Location(path: file.path, range: 0..<0))
      )
    }
    file.values.removeAll { $0.key.hasPrefix("\(near.key.text).") }
    reader.diagnostics.append(
      .unknownField(
        near.key.text,
        at: reader.location(near.key),
        nearest: ["customer"],
        allowed: []
      )
    )
    readCustomer(near.value, at: near.key)
  }

  private mutating func readValue(_ node: YAMLNode, key: String, at keyNode: YAMLNode) {
    let place = reader.location(keyNode)
    if node.isMapping {
      file.namespaces[key] = place
      for (inner, value) in node.mergedEntries {
        readValue(value, key: "\(key).\(inner.text)", at: inner)
      }
    } else if !isGap(node) {
      // A key may also be written with its dots; of one that is twice in a mapping YAML tells.
      if keyNode.text.contains(".") { dotted.insert(key) }
      if let first = file.values.first(where: { $0.key == key }), dotted.contains(key) {
        return reader.diagnostics.append(
          .duplicate("key", key, at: place, first: first.keyLocation)
        )
      }
      file.values.append(.init(key: key, keyLocation: place, value: value(node, at: keyNode)))
    }
  }

  private mutating func value(_ node: YAMLNode, at keyNode: YAMLNode) -> RawValue {
    if node.isNull { return .nothing(reader.location(keyNode)) }
    if let value = reader.rawValue(node) { return value }
    let stranger = node.elements.first { !$0.isScalar }
    reader.expected("a value", found: stranger ?? node, keyNode)
    return .wrong(reader.location(node))
  }

  // MARK: Servers

  private mutating func readServers(_ node: YAMLNode, at keyNode: YAMLNode) {
    guard node.isMapping else {
      if !node.isNull { reader.expected("a mapping of server groups", found: node, keyNode) }
      return
    }
    for (key, value) in node.mergedEntries {
      var group = DataFile.GroupValues()
      if value.isMapping {
        group.shared = fields(value)
      } else if value.isSequence {
        group.members = value.elements.map { element in
          guard element.isMapping || isGap(element) else {
            reader.expected("a mapping of fields, such as `{ ip: 10.0.0.1 }`", found: element, key)
            return []
          }
          return fields(element)
        }
      } else if !isGap(value) {
        reader.expected(
          "the fields of the group, or a list with the fields of each server",
          found: value,
          key
        )
      }
      file.servers.append((key.text, reader.location(key), group))
    }
  }

  private mutating func fields(_ node: YAMLNode) -> [DataFile.Given] {
    var fields: [DataFile.Given] = []
    for (key, node) in node.mergedEntries where !isGap(node) {
      let value = value(node, at: key)
      fields.append(.init(key: key.text, keyLocation: reader.location(key), value: value))
    }
    return fields
  }

  /// Whether an overlay leaves a value to be filled in later.
  private func isGap(_ node: YAMLNode) -> Bool { file.layer == .customer && node.isNull }

  // MARK: Customers

  private mutating func readCustomer(_ node: YAMLNode, at keyNode: YAMLNode) {
    reader.check(node, against: .customer, keyNode: keyNode)
    guard let scale = node.member("scale"), scale.isScalar else { return }
    let overrides = node.scalars(of: "override").map { ($0.text, reader.location($0)) }
    file.customer = DataFile.Customer(
      title: node.text(of: "title") ?? "",
      scale: scale.text,
      overrides: Dictionary(overrides) { first, _ in first },
      location: reader.location(scale)
    )
  }
}
