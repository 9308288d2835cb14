package import Diagnostics
internal import Languages
internal import Snippets

/// The values that one data file or overlay gives.
package struct DataFile: Sendable {
  package var layer: Layer
  package var path: String
  /// By full key; without those of servers.
  package var values: [(key: String, keyLocation: Location, value: RawValue)] = []
  /// By the identifier of the group.
  package var servers: [(group: String, location: Location, values: GroupValues)] = []
  /// The header of an overlay.
  package var customer: Customer?

  /// What a file says about a server group.
  package struct GroupValues: Sendable {
    /// Values of the whole group, its count among them.
    package var shared: [(field: String, keyLocation: Location, value: RawValue)] = []
    /// Values of each member, in order.
    package var members: [[(field: String, keyLocation: Location, value: RawValue)]] = []
  }

  /// Whom an overlay is for.
  package struct Customer: Sendable {
    package var title: String
    package var scale: String
    /// Keys of weaker layers that the overlay may replace.
    var overrides: Set<String>
    package var location: Location
  }
}

/// Reads a data file: nested mappings whose leaves are values.
package struct DataFileReader {
  private var reader: YAMLReader
  private var file: DataFile

  /// Returns the values of a file.
  package static func read(_ source: SourceFile, as layer: Layer) -> Outcome<DataFile> {
    let (tree, syntax) = YAMLReader.tree(of: source)
    var this = DataFileReader(
      reader: YAMLReader(path: source.path),
      file: DataFile(layer: layer, path: source.path)
    )
    if let root = tree?.root { this.readRoot(root) }
    return Outcome(this.file, syntax + this.reader.diagnostics)
  }

  private mutating func readRoot(_ root: YAMLNode) {
    guard root.isMapping else {
      if !root.isNull { reader.expected("a mapping of namespaces to keys", at: root) }
      return
    }
    for (key, value) in root.mergedEntries {
      switch key.text {
      case "servers": readServers(value)
      case "customer" where file.layer == .customer: readCustomer(value)
      default: readValue(value, key: key.text, at: key)
      }
    }
    if file.layer == .customer, file.customer == nil {
      reader.expected("`customer: { title: …, scale: … }`", at: root)
    }
  }

  private mutating func readValue(_ node: YAMLNode, key: String, at keyNode: YAMLNode) {
    if node.isMapping {
      for (inner, value) in node.mergedEntries {
        readValue(value, key: "\(key).\(inner.text)", at: inner)
      }
    } else if !isGap(node), let value = reader.rawValue(node) {
      file.values.append((key, reader.location(keyNode), value))
    }
  }

  private mutating func readServers(_ node: YAMLNode) {
    guard node.isMapping else { return reader.expected("a mapping of server groups", at: node) }
    for (key, value) in node.mergedEntries {
      var group = DataFile.GroupValues()
      if value.isMapping {
        group.shared = readFields(value)
      } else if value.isSequence {
        group.members = value.elements.map { element in
          guard element.isMapping else {
            reader.expected("a mapping of fields, such as `{ ip: 10.0.0.1 }`", at: element)
            return []
          }
          return readFields(element)
        }
      } else {
        reader.expected(
          "the fields of the group, or a list with the fields of each member",
          at: value
        )
      }
      file.servers.append((key.text, reader.location(key), group))
    }
  }

  private mutating func readFields(
    _ node: YAMLNode
  ) -> [(field: String, keyLocation: Location, value: RawValue)] {
    node.mergedEntries.compactMap { key, value in
      guard !isGap(value) else { return nil }
      return reader.rawValue(value).map { (key.text, reader.location(key), $0) }
    }
  }

  /// Whether an overlay leaves a value to be filled in later.
  private func isGap(_ node: YAMLNode) -> Bool { file.layer == .customer && node.isNull }

  private mutating func readCustomer(_ node: YAMLNode) {
    let fields = reader.fields(of: node, allowed: ["title", "scale", "override"])
    guard let title = reader.line(fields["title"], or: "a title", in: node),
      let scale = reader.string(fields["scale"], or: "the scale", in: node)
    else { return }
    let overrides = reader.strings(fields["override"])
    file.customer = DataFile.Customer(
      title: title,
      scale: scale,
      overrides: Set(overrides),
      location: reader.location(fields["scale"] ?? node)
    )
  }
}
