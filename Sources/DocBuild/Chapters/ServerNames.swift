/// What the servers of the groups are called, as far as a chapter depends on it.
package struct ServerNames: Hashable, Sendable {
  /// In the order of servers.yml.
  package let groups: [(id: String, names: [String])]

  package init(_ values: ValueTable) {
    groups = values.declarations.groups.map { group in
      let count = values.counts[group.id] ?? 0
      return (group.id, count > 0 ? (1...count).map(group.name(of:)) : [])
    }
  }

  package static func == (left: ServerNames, right: ServerNames) -> Bool {
    left.groups.elementsEqual(right.groups) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(groups.map(\.names.count)) }

  /// The server that a link to a file names: itself, or the first of a group.
  func name(of written: String) -> String? {
    let id = written.hasSuffix(".first") ? String(written.dropLast(6)) : written
    return groups.first { $0.id == id }?.names.first
  }

  /// The servers on which a fence belongs by its `host=`, and their group; a group for `all`,
  /// `control` and what names no group there is not.
  package func servers(of written: String?) -> (group: String?, servers: [FenceServer]) {
    if written == "all" {
      let all = groups.flatMap { group in
        group.names.map { FenceServer(name: $0, group: group.id) }
      }
      return (nil, all)
    }
    let parts = (written ?? "control").split(separator: ".")
    guard let group = groups.first(where: { $0.id == parts.first ?? "" }) else {
      return (nil, [FenceServer(name: "control", group: "control")])
    }
    let members = group.names.enumerated().map { index, name in
      FenceServer(name: name, group: group.id, member: index + 1)
    }
    return (group.id, parts.count > 1 && parts[1] == "first" ? Array(members.prefix(1)) : members)
  }
}

/// A server on which a fence belongs.
package struct FenceServer: Sendable {
  /// The name of the server, or `control`.
  package var name: String
  /// The group of the server; `control` for the machine that runs Ansible.
  package var group: String
  /// Which server of the group it is, from 1, where the fence belongs to one group.
  package var member: Int?
}
