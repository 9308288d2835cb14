internal import Diagnostics
internal import Languages
internal import Snippets
internal import Values

/// Reads a server group of servers.yml, whose shape has been checked.
enum GroupReader {
  /// Those beside the groups who may connect.
  private static let outside = ["internet", "clients", "admin"]

  /// Returns a group, whatever is wrong with its parts.
  ///
  /// - Parameters:
  ///   - node: its mapping.
  ///   - key: its identifier.
  ///   - ids: those of all groups.
  ///   - reader: takes the findings.
  /// - Returns: the group.
  static func read(
    _ node: YAMLNode,
    key: YAMLNode,
    beside ids: [String],
    with reader: inout YAMLReader
  ) -> ServerGroup {
    let id = key.text
    let name = node.member("name")
    let pattern = name?.text ?? ""
    // What writes files must not see another name, whatever becomes of the finding.
    let isName = FileShape.TextShape.serverName.matches(pattern)
    var group = ServerGroup(
      id: id,
      title: node.text(of: "title") ?? id,
      document: node.text(of: "document") ?? "",
      documentLocation: node.member("document").map { reader.location($0) },
      name: isName ? pattern : "server{index}.\(id.replacing("_", with: "-"))",
      nameLocation: reader.location(name ?? key),
      fields: (node.member("fields")?.mergedEntries ?? []).map { key, value in
        field(value, key: key, with: &reader)
      },
      listens: listeners(node, beside: ids, with: &reader),
      location: reader.location(key)
    )
    group.isBroken = !node.isMapping
    return group
  }

  private static func field(
    _ node: YAMLNode,
    key: YAMLNode,
    with reader: inout YAMLReader
  ) -> KeyDeclaration {
    var field = DeclarationReader.read(node, key: key, with: &reader)
    if let compute = node.mergedEntries.first(where: { $0.key.text == "compute" }) {
      field.isBroken = true
      reader.diagnostics.append(
        .wrongDeclaration("`compute` has no effect in a field", at: reader.location(compute.key))
      )
    }
    if !FileShape.TextShape.field.matches(key.text) { field.isBroken = true }
    return field
  }

  private static func listeners(
    _ node: YAMLNode,
    beside ids: [String],
    with reader: inout YAMLReader
  ) -> [ServerGroup.Listener] {
    var listeners: [ServerGroup.Listener] = []
    for element in node.mappings(of: "listens") {
      let known = ids + outside
      for name in element.scalars(of: "from") where !known.contains(name.text) {
        reader.undefined("server group", name, among: known, as: "servers.\(name.text)")
      }
      if let from = element.member("from"), from.isSequence, from.elements.isEmpty {
        reader.expected("at least one server group", at: from)
      }
      let port = element.member("port").flatMap { $0.isScalar ? $0 : nil }
      var listener = ServerGroup.Listener(
        port: port.flatMap { FileShape.TextShape.ports.matches($0.text) ? $0.text : nil } ?? "1",
        protocolName: element.text(of: "proto").flatMap {
          FileShape.protocols.contains($0) ? $0 : nil
        } ?? "tcp",
        from: element.texts(of: "from"),
        about: element.text(of: "about") ?? "",
        unbound: element.text(of: "unbound"),
        location: reader.location(element)
      )
      listener.isBroken =
        port?.text != listener.port
        || element.text(of: "proto").map { $0 != listener.protocolName } ?? false
        || !listener.from.allSatisfy(known.contains)
      if let port, port.text == listener.port,
        let first = listeners.first(where: { $0.overlaps(listener) })
      {
        reader.diagnostics.append(
          .duplicate("port", port.text, at: reader.location(port), first: first.location)
        )
      }
      listeners.append(listener)
    }
    return listeners
  }
}

extension ServerGroup.Listener {
  /// Whether both open the same port on the same protocol.
  fileprivate func overlaps(_ other: Self) -> Bool {
    guard let mine = ports, let others = other.ports else { return false }
    return mine.overlaps(others) && !Set(protocolNames).isDisjoint(with: other.protocolNames)
  }
}
