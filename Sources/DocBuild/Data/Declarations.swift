package import Diagnostics
internal import Languages
internal import Snippets
internal import Text
internal import Values

/// Everything that keys.yml and servers.yml declare.
package struct Declarations: Sendable {
  /// By full key.
  package var keys: [String: KeyDeclaration] = [:]
  /// The keys in the order of the file.
  package var order: [String] = []
  /// In the order of the file.
  package var groups: [ServerGroup] = []
  /// In the order of the file.
  package var constraints: [Constraint] = []

  /// The namespaces in which placeholders can be written.
  package var namespaces: Set<String> {
    Set(keys.keys.map { String($0.prefix { $0 != "." }) } + ["servers", "self"])
  }

  package func group(_ id: String) -> ServerGroup? { groups.first { $0.id == id } }

  /// Reads both files; either may be missing.
  package static func read(keys: SourceFile?, servers: SourceFile?) -> Outcome<Declarations> {
    var result = Outcome(Declarations())
    if let keys { result.value.readKeys(keys, &result.diagnostics) }
    if let servers { result.value.readGroups(servers, &result.diagnostics) }
    result.value.checkHints(&result.diagnostics)
    return result
  }

  private mutating func readKeys(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let (tree, syntax) = YAMLReader.tree(of: source)
    var reader = YAMLReader(path: source.path)
    for (key, node) in tree?.root?.mergedEntries ?? [] {
      guard key.text != "constraints" else {
        constraints += Constraint.read(node, with: &reader)
        continue
      }
      guard Self.isKey(key.text) else {
        reader.expected("a key such as `ip.haproxy_vip`: lower case, with a dot", at: key)
        continue
      }
      guard let declaration = DeclarationReader.read(node, key: key, with: &reader) else {
        continue
      }
      keys[key.text] = declaration
      order.append(key.text)
    }
    diagnostics += syntax + reader.diagnostics
  }

  private static func isKey(_ key: String) -> Bool {
    let parts = key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 2, let namespace = parts.first else { return false }
    return namespace.first?.isLower == true
      && namespace.allSatisfy { $0.isLower || $0.isDigit }
      && parts.dropFirst().allSatisfy { name in
        guard let first = name.first else { return false }
        return (first.isLower || first.isDigit)
          && name.allSatisfy { $0.isLower || $0.isDigit || $0 == .underscore }
      }
  }

  private mutating func readGroups(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let (tree, syntax) = YAMLReader.tree(of: source)
    var reader = YAMLReader(path: source.path)
    for (key, node) in tree?.root?.mergedEntries ?? [] {
      groups.append(GroupReader.read(node, key: key, with: &reader))
    }
    diagnostics += syntax + reader.diagnostics
  }

  /// A reader replaces a hint wherever it stands, so no two keys may share one.
  private func checkHints(_ diagnostics: inout [Diagnostic]) {
    let fields = groups.flatMap { group in
      group.fields.map { field in
        var qualified = field
        qualified.key = "servers.\(group.id).\(field.key)"
        return qualified
      }
    }
    var owners: [String: KeyDeclaration] = [:]
    for declaration in order.compactMap({ keys[$0] }) + fields {
      guard let hint = declaration.hint else { continue }
      if let owner = owners[hint], owner.location != declaration.location {
        diagnostics.append(.duplicateHint(hint, of: declaration, owner: owner))
      } else {
        owners[hint] = declaration
      }
    }
  }
}

/// Reads a server group of servers.yml.
private enum GroupReader {
  static func read(
    _ node: YAMLNode,
    key: YAMLNode,
    with reader: inout YAMLReader
  ) -> ServerGroup {
    let fields = reader.fields(
      of: node,
      allowed: ["title", "document", "name", "fields", "listens"]
    )
    let id = key.text
    return ServerGroup(
      id: id,
      title: reader.line(fields["title"], or: "the title of `\(id)`", in: key) ?? id,
      document: fields["document"]?.text ?? "",
      name: reader.line(fields["name"], or: "the name pattern of `\(id)`", in: key)
        ?? "\(id){index}",
      fields: fields["fields"].map { readFields($0, with: &reader) } ?? [],
      listens: fields["listens"].map { readListeners($0, with: &reader) } ?? [],
      location: reader.location(key)
    )
  }

  private static func readFields(
    _ node: YAMLNode,
    with reader: inout YAMLReader
  ) -> [KeyDeclaration] {
    guard node.isMapping else {
      reader.expected("a mapping of fields", at: node)
      return []
    }
    return node.mergedEntries.compactMap { key, value in
      DeclarationReader.read(value, key: key, with: &reader)
    }
  }

  private static func readListeners(
    _ node: YAMLNode,
    with reader: inout YAMLReader
  ) -> [ServerGroup.Listener] {
    node.elements.compactMap { element in
      let fields = reader.fields(
        of: element,
        allowed: ["port", "proto", "from", "about", "unbound"]
      )
      guard let port = reader.string(fields["port"], or: "the port", in: element) else {
        return nil
      }
      return ServerGroup.Listener(
        port: port,
        protocolName: fields["proto"]?.text ?? "tcp",
        from: reader.strings(fields["from"]),
        about: fields["about"]?.text ?? "",
        unbound: fields["unbound"]?.text,
        location: reader.location(element)
      )
    }
  }
}
