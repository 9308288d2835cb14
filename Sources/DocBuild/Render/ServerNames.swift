/// What the servers of the groups are called, as far as a chapter depends on it.
struct ServerNames: Hashable, Sendable {
  /// In the order of servers.yml.
  let groups: [(id: String, names: [String])]

  init(_ values: ValueTable) {
    groups = values.declarations.groups.map { group in
      let count = values.counts[group.id] ?? 0
      return (group.id, count > 0 ? (1...count).map(group.name(of:)) : [])
    }
  }

  static func == (left: ServerNames, right: ServerNames) -> Bool {
    left.groups.elementsEqual(right.groups) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(groups.map(\.names.count)) }

  /// The names of the servers of a fence's `host=`, and their group; a group for `all` and
  /// `control` there is not.
  func servers(of written: String?) -> (group: String?, names: [String]) {
    switch written {
    case nil, "control": return (nil, ["control"])
    case "all": return (nil, groups.flatMap(\.names))
    case .some(let host):
      let parts = host.split(separator: ".")
      guard let group = groups.first(where: { $0.id == parts.first ?? "" }) else {
        return (nil, [])
      }
      return (group.id, parts.count > 1 ? Array(group.names.prefix(1)) : group.names)
    }
  }
}
