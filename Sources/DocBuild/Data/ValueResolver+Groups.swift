internal import Diagnostics
internal import Snippets
internal import Values

/// The server groups of a set: how many servers each has, and what is known about every one.
extension ValueResolver {
  mutating func resolveGroups() {
    for file in files {
      for (id, location, _) in file.servers where declarations.group(id) == nil {
        let names = declarations.groups.map(\.id)
        diagnostics.append(
          .undeclaredValue("servers.\(id)", at: location, nearest: NameIndex(names).nearest(to: id))
        )
      }
    }
    for group in declarations.groups { resolve(group) }
  }

  private mutating func resolve(_ group: ServerGroup) {
    let base = "servers.\(group.id)"
    let given = files.flatMap { file in
      file.servers.filter { $0.group == group.id }.map { (file.layer, $0.location, $0.values) }
    }
    let shared = given.flatMap { layer, _, values in values.shared.map { (layer, $0) } }
    count(group, from: shared.map(\.1))
    let count = counts[group.id] ?? 0
    describe(group, base, count)
    let memberLists = given.filter { !$0.2.members.isEmpty }
    for (_, location, values) in memberLists where values.members.count != count {
      diagnostics.append(
        .memberCount(values.members.count, of: group.id, expected: count, at: location)
      )
    }
    for field in group.fields {
      let value = shared.last { $0.1.field == field.key }
      if field.source == .customer {
        resolveMembers(field, of: group, count, memberLists.last.map { ($0.0, $0.2.members) })
      } else if let entry = entry(
        for: field,
        path: "\(base).\(field.key)",
        given: value.map { ($0.1.value, $0.0) }
      ) {
        entries["\(base).\(field.key)"] = entry
        for index in 0..<count { entries["\(base).\(index + 1).\(field.key)"] = entry }
      }
    }
    let known = Set(group.fields.map(\.key) + ["count"])
    let written = shared.map(\.1) + memberLists.flatMap { $0.2.members.flatMap { $0 } }
    for (field, location, _) in written where !known.contains(field) {
      diagnostics.append(
        .undeclaredValue(
          "\(base).\(field)",
          at: location,
          nearest: NameIndex(known.sorted()).nearest(to: field)
        )
      )
    }
  }

  private mutating func count(
    _ group: ServerGroup,
    from shared: [(field: String, keyLocation: Location, value: RawValue)]
  ) {
    guard let (_, _, value) = shared.last(where: { $0.field == "count" }) else {
      diagnostics.append(.missingValue(of: "servers.\(group.id).count", at: group.location))
      return
    }
    guard case .scalar(let text, let location) = value, let count = Int(text), count >= 0 else {
      diagnostics.append(.wrongValue("a count is a whole number from 0", at: value.location))
      return
    }
    counts[group.id] = count
    let declaration = synthetic("servers.\(group.id).count", .int, "Number of servers.", group)
    entries["servers.\(group.id).count"] = ValueEntry(
      declaration: declaration,
      value: .int(count),
      state: .fixed,
      origin: (.scale, location)
    )
  }

  private mutating func resolveMembers(
    _ field: KeyDeclaration,
    of group: ServerGroup,
    _ count: Int,
    _ given: (
      layer: Layer, members: [[(field: String, keyLocation: Location, value: RawValue)]]
    )?
  ) {
    for index in 1..<(count + 1) {
      var member = field
      member.hint = field.hint?.replacing("{index}", with: String(index))
      member.example = field.example?.replacing("{index}", with: String(index))
      let fields = given.flatMap { $0.members.indices ~= index - 1 ? $0.members[index - 1] : nil }
      let raw = fields?.last { $0.field == field.key }
      let path = "servers.\(group.id).\(index).\(field.key)"
      entries[path] = entry(
        for: member,
        path: path,
        given: raw.map { ($0.value, given?.layer ?? .customer) }
      )
    }
  }

  /// What servers.yml itself says, as values that loops can print.
  private mutating func describe(_ group: ServerGroup, _ base: String, _ count: Int) {
    func put(_ path: String, _ text: String) {
      entries[path] = ValueEntry(
        declaration: synthetic(path, .string, group.title, group),
        value: .text(text),
        state: .fixed
      )
    }
    func putList(_ path: String, _ texts: [String]) {
      entries[path] = ValueEntry(
        declaration: synthetic(path, .string, isList: true, group.title, group),
        value: .list(texts.map { .text($0) }),
        state: .fixed
      )
    }
    put("\(base).id", group.id)
    put("\(base).title", group.title)
    put("\(base).document", group.document)
    for index in 1..<(count + 1) {
      put("\(base).\(index).name", group.name(of: index))
      put("\(base).\(index).index", String(index))
      put("\(base).\(index).first", String(index == 1))
      put("\(base).\(index).last", String(index == count))
    }
    for (index, rule) in group.listens.enumerated() {
      let path = "\(base).listens.\(index + 1)"
      put("\(path).port", rule.port)
      put("\(path).proto", rule.protocolName)
      putList("\(path).from", rule.from)
      putList("\(path).protocols", rule.protocolName.split(separator: "+").map(String.init))
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
