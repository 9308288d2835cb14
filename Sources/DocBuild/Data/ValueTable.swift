package import Diagnostics
internal import Snippets
internal import Values

/// Every value of one set by its full path, with where it came from.
package struct ValueTable: Sendable {
  /// The set.
  package let set: SetID
  package let declarations: Declarations
  /// How many servers each group has.
  package private(set) var counts: [String: Int]
  /// By full path.
  private var entries: [String: ValueEntry]
  private let sortedPaths: Lazy<[String]>
  private let index: Lazy<NameIndex>
  /// The keys of open values by what readers see in their place.
  private let openKeys: Lazy<[String: String]>

  package init(
    set: SetID,
    declarations: Declarations,
    counts: [String: Int],
    entries: [String: ValueEntry]
  ) {
    self.set = set
    self.declarations = declarations
    self.counts = counts
    self.entries = entries
    let paths = Lazy { entries.keys.sorted() }
    sortedPaths = paths
    index = Lazy { NameIndex(paths.value) }
    openKeys = Lazy {
      let open = entries.filter { $0.value.state == .open }.compactMap { path, entry in
        entry.hint.map { ($0, path) }
      }
      return Dictionary(open) { min($0, $1) }
    }
  }

  /// Returns the value at a path.
  package func entry(at path: String) -> ValueEntry? {
    if let entry = entries[path] { return entry }
    return element(at: path)
  }

  /// The paths that have a value, sorted.
  package var paths: [String] { sortedPaths.value }

  /// The paths of values in the order of the files that declare them.
  package var declaredPaths: [String] {
    let keys = declarations.order
    let namespaces = keys.map { $0.prefix { $0 != "." } }.reduce(into: [Substring]()) {
      names,
      name in
      if !names.contains(name) { names.append(name) }
    }
    let grouped = namespaces.flatMap { name in keys.filter { $0.hasPrefix(name + ".") } }
    let members = declarations.groups.flatMap { group in
      (0..<(counts[group.id] ?? 0)).flatMap { index in
        group.fields.map { "servers.\(group.id).\(index + 1).\($0.key)" }
      }
    }
    return grouped + members
  }

  /// Returns a path with its view, or nothing where neither a key nor a view matches.
  package func reference(to written: String) -> Reference? {
    if entry(at: written) != nil { return Reference(path: written, view: nil) }
    guard let dot = written.lastIndex(of: ".") else { return nil }
    let path = String(written[..<dot])
    let view = String(written[written.index(after: dot)...])
    guard let entry = entry(at: path) else { return nil }
    // The views of a type that is not known are not known either.
    guard
      entry.declaration.type.views.contains(view)
        || entry.declaration.isBroken && Declarations.views.contains(view)
    else { return nil }
    return Reference(path: path, view: view)
  }

  /// Returns the names nearest to a path that does not exist, the best first.
  package func nearest(to path: String) -> [String] { index.value.nearest(to: path) }

  package func declaration(of path: String) -> KeyDeclaration? { entry(at: path)?.declaration }

  /// Returns the declared path that a path belongs to: the list of one of its elements.
  package func listedPath(of path: String) -> String? {
    var parts = path.split(separator: ".")
    while !parts.isEmpty {
      let path = parts.joined(separator: ".")
      if entries[path] != nil { return path }
      parts.removeLast()
    }
    return nil
  }

  /// Returns the key of the open value in whose place a hint stands.
  func openKey(ofHint hint: String) -> String? { openKeys.value[hint] }

  package func hint(of path: String) -> String? { entry(at: path)?.hint }

  /// Returns the paths of the elements of a group, a list or all groups; nothing for other paths.
  package func elements(of path: String) -> [String]? {
    if path == "servers" { return declarations.groups.map { "servers.\($0.id)" } }
    let parts = path.split(separator: ".").map(String.init)
    if parts.first == "servers", 2...3 ~= parts.count, let group = declarations.group(parts[1]) {
      let base = "servers.\(group.id)"
      switch parts.count == 2 ? "members" : parts[2] {
      case "members": return indices(counts[group.id] ?? 0).map { "\(base).\($0)" }
      case "listens": return indices(group.listens.count).map { "\(base).listens.\($0)" }
      default: break
      }
    }
    guard case .list(let values)? = entry(at: path)?.value else { return nil }
    return indices(values.count).map { "\(path).\($0)" }
  }

  /// Whether a value that a path or a pattern leads to only stands in for one.
  func hasStandIn(at path: String) -> Bool {
    guard path.contains("*") else { return entry(at: path)?.isStandIn ?? false }
    let pattern = PathPattern(path)
    return paths.contains { pattern.matches($0) && entries[$0]?.isStandIn == true }
  }

  private func indices(_ count: Int) -> [Int] { count > 0 ? Array(1...count) : [] }

  /// Returns an element of a list, `net.admin_cidrs.2` or with `.value`, `.index`, `.first`,
  /// `.last` behind it.
  private func element(at path: String) -> ValueEntry? {
    var parts = path.split(separator: ".").map(String.init)
    let field = parts.last.flatMap { Int($0) == nil ? $0 : nil } ?? "value"
    if let last = parts.last, Int(last) == nil { parts.removeLast() }
    guard let number = parts.popLast().flatMap({ Int($0) }), number > 0,
      let list = entries[parts.joined(separator: ".")],
      case .list(let values) = list.value, number <= values.count
    else { return nil }
    switch field {
    case "value": return list.element(values[number - 1], number)
    case "index": return .fixed(.int(number), as: .int, path, list.declaration)
    case "first": return .fixed(.bool(number == 1), as: .bool, path, list.declaration)
    case "last": return .fixed(.bool(number == values.count), as: .bool, path, list.declaration)
    default: return nil
    }
  }
}
