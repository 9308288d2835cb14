package import Diagnostics
internal import Languages
internal import Snippets
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
  /// What pages call the keys of a namespace, by its name.
  package var titles: [String: String] = [:]
  /// What was meant for keys and is none.
  var misnamed: Set<String> = []
  /// What was meant for groups and is none.
  var misnamedGroups: Set<String> = []
  /// Whether both files could be read to their ends.
  var isWhole = true

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
    guard result.value.isWhole else { return result }
    result.value.checkHints(&result.diagnostics)
    result.diagnostics += KeyReferenceCheck.check(result.value)
    return result
  }

  private mutating func readKeys(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let file = YAMLFile(source)
    isWhole = isWhole && file.isWhole
    var reader = YAMLReader(path: source.path)
    if let root = file.root, file.isWhole { reader.check(root, against: .keys) }
    isWhole = isWhole && (file.root?.isMapping ?? true || file.root?.isNull == true)
    for (key, node) in file.root?.mergedEntries ?? [] {
      guard key.text != "constraints" else {
        constraints += Constraint.read(node, with: &reader)
        continue
      }
      guard key.text != "titles" else { continue }
      let namespace = key.text.prefix { $0 != "." }
      if ["servers", "self", "customer"].contains(namespace) {
        reader.expected(
          "a namespace other than `\(namespace)`, which has a meaning of its own",
          at: key
        )
        misnamed.insert(key.text)
        continue
      }
      guard FileShape.key.matches(key.text) else {
        misnamed.insert(key.text)
        continue
      }
      // Of a key that is there twice nobody knows which is meant.
      guard keys[key.text] == nil else {
        keys[key.text]?.isBroken = true
        continue
      }
      keys[key.text] = DeclarationReader.read(node, key: key, with: &reader)
      order.append(key.text)
    }
    if let node = file.root?.member("titles") { readTitles(node, with: &reader) }
    diagnostics += file.findings(with: reader.diagnostics)
    if isWhole { checkNesting(&diagnostics) }
  }

  /// Takes the titles of namespaces that have keys.
  private mutating func readTitles(_ node: YAMLNode, with reader: inout YAMLReader) {
    let names = order.map { String($0.prefix { $0 != "." }) }
    let known = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    for (key, value) in node.mergedEntries where value.isScalar {
      titles[key.text] = value.text
      let isMisnamed = misnamed.contains { $0.hasPrefix(key.text + ".") }
      if !known.contains(key.text), !isMisnamed, FileShape.namespace.matches(key.text) {
        reader.undefined("namespace", key, among: known, as: key.text)
      }
    }
  }

  /// A key below another could have no value: that of the other is no mapping.
  private mutating func checkNesting(_ diagnostics: inout [Diagnostic]) {
    for key in order {
      var parts = key.split(separator: ".")
      while parts.count > 2 {
        parts.removeLast()
        let outer = parts.joined(separator: ".")
        guard let other = keys[outer], let location = keys[key]?.location else { continue }
        keys[key]?.isBroken = true
        diagnostics.append(.nestedKey(key, at: location, under: outer, other.location))
      }
    }
  }

  private mutating func readGroups(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let file = YAMLFile(source)
    isWhole = isWhole && file.isWhole
    var reader = YAMLReader(path: source.path)
    if let root = file.root, file.isWhole { reader.check(root, against: .servers) }
    isWhole = isWhole && (file.root?.isMapping ?? true || file.root?.isNull == true)
    let nodes = file.root?.mergedEntries ?? []
    let ids = nodes.map(\.key.text)
    for (key, node) in nodes {
      guard FileShape.TextShape.group.matches(key.text) else {
        misnamedGroups.insert(key.text)
        continue
      }
      groups.append(GroupReader.read(node, key: key, beside: ids, with: &reader))
    }
    diagnostics += file.findings(with: reader.diagnostics)
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
