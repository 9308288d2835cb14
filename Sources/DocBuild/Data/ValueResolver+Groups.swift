internal import Diagnostics
internal import Snippets
internal import Values

/// The server groups of a set: how many servers each has, and what is known about every one.
extension ValueResolver {
  /// The most servers that a group may have.
  private static let mostServers = 1000

  mutating func resolveGroups() {
    for group in declarations.groups { resolve(group) }
    checkNames()
  }

  private mutating func resolve(_ group: ServerGroup) {
    let base = "servers.\(group.id)"
    let given = files.flatMap { file in
      file.servers.filter { $0.group == group.id }.map { (file.layer, $0.location, $0.values) }
    }
    let shared = given.flatMap { layer, _, values in values.shared.map { (layer, $0) } }
    let isCounted = resolveCount(of: group, from: shared.filter { $0.1.key == "count" })
    let count = counts[group.id] ?? 0
    describe(group, base, count)
    let memberLists = given.filter { !$0.2.members.isEmpty }
    for (_, location, values) in memberLists where values.members.count != count && isCounted {
      diagnostics.append(
        .memberCount(values.members.count, of: group.id, expected: count, at: location)
      )
      meant.insert(base)
    }
    for field in group.fields {
      if field.source == .customer {
        resolveMembers(field, of: group, count, memberLists.map { ($0.0, $0.2.members) })
        continue
      }
      let values = shared.filter { $0.1.key == field.key }.map { (raw: $0.1.value, layer: $0.0) }
      let path = "\(base).\(field.key)"
      let entry = entry(for: field, path: path, given: values)
      entries[path] = entry
      for index in 0..<count { entries["\(base).\(index + 1).\(field.key)"] = entry }
    }
  }

  /// Returns whether the number of servers is known.
  private mutating func resolveCount(
    of group: ServerGroup,
    from given: [(layer: Layer, value: DataFile.Given)]
  ) -> Bool {
    let path = "servers.\(group.id).count"
    var type = ValueType(.int)
    type.min = "0"
    type.max = String(Self.mostServers)
    var declaration = synthetic(path, .int, "Number of servers.", group)
    declaration.type = type
    declaration.isBroken = group.isBroken
    let entry = entry(for: declaration, path: path, given: given.map { ($0.value.value, $0.layer) })
    entries[path] = entry
    if case .int(let count) = entry.value { counts[group.id] = count }
    return !entry.isStandIn
  }

  private mutating func resolveMembers(
    _ field: KeyDeclaration,
    of group: ServerGroup,
    _ count: Int,
    _ given: [(layer: Layer, members: [[DataFile.Given]])]
  ) {
    if count > 1, let hint = field.hint, !hint.contains("{index}"), !field.isBroken {
      diagnostics.append(.sharedHint(hint, of: field, in: group, count))
    }
    for index in 0..<count {
      var member = field
      member.hint = field.hint?.replacing("{index}", with: String(index + 1))
      member.example = field.example?.replacing("{index}", with: String(index + 1))
      let values = given.compactMap { layer, members in
        members.indices.contains(index)
          ? members[index].last { $0.key == field.key }.map { ($0.value, layer) } : nil
      }
      let path = "servers.\(group.id).\(index + 1).\(field.key)"
      entries[path] = entry(for: member, path: path, given: values)
    }
  }

  /// Every server has a name of its own: its files stand in a folder of that name.
  private mutating func checkNames() {
    var owners: [String: ServerGroup] = [:]
    for group in declarations.groups {
      let count = counts[group.id] ?? 0
      guard count < 2 || group.name.contains("{index}") else {
        diagnostics.append(.missingIndex(in: group, count))
        continue
      }
      for index in 0..<count {
        let name = group.name(of: index + 1)
        guard let owner = owners[name] else {
          owners[name] = group
          continue
        }
        diagnostics.append(
          .duplicate("server name", name, at: group.nameLocation, first: owner.nameLocation)
        )
        break
      }
    }
  }

  /// What servers.yml itself says, as values that loops can print.
  private mutating func describe(_ group: ServerGroup, _ base: String, _ count: Int) {
    func put(_ path: String, _ text: String, isStandIn: Bool = false) {
      entries[path] = ValueEntry(
        declaration: synthetic(path, .string, group.title, group),
        value: .text(text),
        state: .fixed,
        isStandIn: isStandIn
      )
    }
    func putList(_ path: String, _ texts: [String], isStandIn: Bool) {
      entries[path] = ValueEntry(
        declaration: synthetic(path, .string, isList: true, group.title, group),
        value: .list(texts.map { .text($0) }),
        state: .fixed,
        isStandIn: isStandIn
      )
    }
    put("\(base).id", group.id)
    put("\(base).title", group.title)
    put("\(base).document", group.document)
    for index in 0..<count {
      put("\(base).\(index + 1).name", group.name(of: index + 1))
      put("\(base).\(index + 1).index", String(index + 1))
      put("\(base).\(index + 1).first", String(index == 0))
      put("\(base).\(index + 1).last", String(index + 1 == count))
    }
    for (index, rule) in group.listens.enumerated() {
      let path = "\(base).listens.\(index + 1)"
      put("\(path).port", rule.port, isStandIn: rule.isBroken)
      put("\(path).proto", rule.protocolName, isStandIn: rule.isBroken)
      putList("\(path).from", rule.from, isStandIn: rule.isBroken)
      putList("\(path).protocols", rule.protocolNames, isStandIn: rule.isBroken)
      put("\(path).about", rule.about)
    }
  }

  private func synthetic(
    _ key: String,
    _ kind: ValueType.Kind,
    isList: Bool = false,
    _ about: String,
    _ group: ServerGroup
  ) -> KeyDeclaration {
    var type = ValueType(kind)
    type.isList = isList
    return KeyDeclaration(key: key, type: type, about: about, location: group.location)
  }
}
