internal import Diagnostics

/// The names that placeholders can print, as far as it takes to tell a slip from plain text.
package struct DeclaredNames: Sendable {
  /// The namespaces of the keys, `servers` and `self`.
  let namespaces: Set<String>
  private let keys: Set<String>
  private let groups: Set<String>
  private let hints: [String: String]
  private let index: NameIndex

  /// Collects the names of a project.
  package init(_ declarations: Declarations) {
    namespaces = declarations.namespaces
    keys = Set(declarations.order)
    groups = Set(declarations.groups.map(\.id))
    hints = declarations.keys.compactMapValues(\.hint)
    index = NameIndex(declarations.order)
  }

  /// Whether a placeholder can print a path: a key, a view of one, a value of a group.
  func prints(_ path: String) -> Bool {
    if keys.contains(path) { return true }
    let parts = path.split(separator: ".")
    switch parts.first {
    case "self": return parts.count == 2
    case "servers": return parts.count > 2 && groups.contains(String(parts[1]))
    default: return parts.count > 2 && keys.contains(parts.dropLast().joined(separator: "."))
    }
  }

  /// Returns the hint that a key declares.
  func hint(of key: String) -> String? { hints[key] }

  /// Returns the only declared key that a path can be a slip of.
  func onlySlip(of path: String) -> String? {
    let near = index.slips(of: path)
    return near.count == 1 ? near[0] : nil
  }

  /// Returns up to three keys that end with a word, as `ip.haproxy_vip` does with `vip`.
  func keys(endingWith word: String) -> [String] {
    let found = keys.filter { key in
      guard key.hasSuffix(word), key.utf8.count > word.utf8.count else { return false }
      return [".", "_"].contains(key.dropLast(word.count).last)
    }
    return Array(found.sorted().prefix(3))
  }
}
