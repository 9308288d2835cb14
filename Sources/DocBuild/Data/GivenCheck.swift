internal import Diagnostics
internal import Snippets
internal import Values

/// Checks the names and layers of what a data file gives.
struct GivenCheck {
  let declarations: Declarations
  let file: DataFile
  private(set) var found: [Diagnostic] = []
  /// What unknown names were meant for.
  private(set) var meant: Set<String> = []
  /// What unknown names of the header's list were meant for.
  private var overridden: Set<String> = []
  /// The names that are reported already, for all that is beneath them.
  private var reported: Set<String> = []

  init(declarations: Declarations, file: DataFile) {
    self.declarations = declarations
    self.file = file
  }

  mutating func check() {
    for (key, location) in (file.customer?.overrides ?? [:]).sorted(by: { $0.key < $1.key }) {
      checkOverride(of: key, at: location)
    }
    for given in file.values { check(given) }
    for (id, location, values) in file.servers { check(values, of: id, at: location) }
  }

  // MARK: Keys

  private mutating func check(_ given: DataFile.Given) {
    guard let declaration = declarations.keys[given.key] else { return unknown(given) }
    if declaration.isBroken { return }
    if declaration.type.kind == .secret {
      found.append(.secretValue(of: given.key, at: given.value.location))
    } else if declaration.compute != nil {
      found.append(
        .wrongLayer(
          "a value is not allowed for `\(given.key)`, which is computed",
          at: given.keyLocation
        )
      )
    } else {
      checkLayer(of: given.key, declaration.source, at: given.keyLocation)
    }
  }

  private mutating func checkLayer(of key: String, _ source: Layer?, at location: Location) {
    guard let source else { return }
    if file.layer < source {
      found.append(.wrongSource(of: key, source, found: file.layer, at: location))
    } else if file.layer == .customer, source != .customer, file.customer != nil,
      file.customer?.overrides[key] == nil, !overridden.contains(key)
    {
      found.append(.missingOverride(of: key, at: location))
    }
  }

  /// A name is unknown where nothing that is declared begins so; it is reported once.
  private mutating func unknown(_ given: DataFile.Given) {
    guard !declarations.misnamed.contains(given.key) else { return }
    var path = ""
    for part in given.key.split(separator: ".", omittingEmptySubsequences: false) {
      let outer = path
      path += (path.isEmpty ? "" : ".") + part
      if declarations.order.contains(where: { $0.hasPrefix(path + ".") }) { continue }
      guard reported.insert(path).inserted else { return }
      let place = file.namespaces[path] ?? given.keyLocation
      if declarations.keys[path] != nil, path != given.key {
        meant.insert(path)
        return found.append(.wrongValue("expected a value, found a mapping", at: place))
      }
      // Beside the namespaces there are the groups of servers.
      let ends = Set(open.compactMap { Self.step(after: outer, in: $0) })
      let names = (outer.isEmpty ? ends.union(["servers"]) : ends).sorted()
      let near = NameIndex(names).nearest(to: path)
      let other = near.isEmpty ? NameIndex(open).nearest(to: given.key) : near
      meant.formUnion(near)
      return found.append(.undeclaredValue(path, at: place, nearest: other))
    }
    // The whole is a namespace.
    if case .nothing = given.value { return }
    meant.insert(given.key)
    found.append(
      .wrongValue("expected a mapping with the keys of `\(given.key)`", at: given.value.location)
    )
  }

  /// The keys that the file may give and does not, and so may have meant.
  private var open: [String] {
    let given = Set(file.values.map(\.key))
    return declarations.order.filter { key in
      guard let source = declarations.keys[key]?.source else { return false }
      return source <= file.layer && !given.contains(key)
    }
  }

  /// The name that a key has one step below another.
  private static func step(after outer: String, in key: String) -> String? {
    let start = outer.isEmpty ? "" : outer + "."
    guard key.hasPrefix(start) else { return nil }
    return start + key.dropFirst(start.count).prefix { $0 != "." }
  }

  private mutating func checkOverride(of key: String, at location: Location) {
    let parts = key.split(separator: ".")
    if parts.first == "servers", parts.count == 3, let group = declarations.group(String(parts[1])),
      parts[2] == "count" || group.field(String(parts[2])) != nil
    {
      return
    }
    guard declarations.keys[key] == nil, !declarations.misnamed.contains(key) else { return }
    overridden.formUnion(NameIndex(declarations.order).nearest(to: key))
    found.append(.undefined("key", key, at: location, among: declarations.order))
  }

  // MARK: Servers

  private mutating func check(
    _ values: DataFile.GroupValues,
    of id: String,
    at location: Location
  ) {
    guard let group = declarations.group(id) else {
      // One that was meant for this is declared under a name that is none.
      let wrong = NameIndex(declarations.misnamedGroups.sorted()).nearest(to: id)
      if declarations.misnamedGroups.contains(id) || !wrong.isEmpty { return }
      let near = NameIndex(declarations.groups.map(\.id)).nearest(to: id)
      meant.formUnion(near.map { "servers.\($0)" })
      return found.append(
        .undeclaredValue("servers.\(id)", at: location, nearest: near.map { "servers.\($0)" })
      )
    }
    for given in values.shared where given.key != "count" {
      guard let field = field(given, of: group) else { continue }
      if field.source == .customer {
        found.append(.oneForAll(field.key, of: id, at: given.keyLocation))
      } else {
        checkLayer(of: "servers.\(id).\(field.key)", field.source, at: given.keyLocation)
      }
    }
    for given in values.shared where given.key == "count" {
      checkLayer(of: "servers.\(id).count", .common, at: given.keyLocation)
    }
    for given in values.members.joined() {
      guard let field = field(given, of: group) else { continue }
      if field.source != .customer {
        found.append(.oneForEach(field.key, of: id, at: given.keyLocation))
      } else {
        checkLayer(of: "servers.\(id).\(field.key)", field.source, at: given.keyLocation)
      }
    }
  }

  /// The field that a value is for; reports one that there is not, and a secret's.
  private mutating func field(_ given: DataFile.Given, of group: ServerGroup) -> KeyDeclaration? {
    guard let field = group.field(given.key) else {
      let names = group.fields.map(\.key) + ["count"]
      let near = NameIndex(names).nearest(to: given.key).map { "servers.\(group.id).\($0)" }
      meant.formUnion(near)
      if reported.insert("servers.\(group.id).\(given.key)").inserted {
        found.append(
          .undeclaredValue(
            "servers.\(group.id).\(given.key)",
            at: given.keyLocation,
            nearest: near
          )
        )
      }
      return nil
    }
    guard !field.isBroken else { return nil }
    guard field.type.kind != .secret else {
      found.append(
        .secretValue(of: "servers.\(group.id).\(field.key)", at: given.value.location)
      )
      return nil
    }
    return field
  }
}
