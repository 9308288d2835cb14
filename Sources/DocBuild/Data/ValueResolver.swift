internal import Diagnostics
internal import Snippets
internal import Values

/// Puts the layers of a set together, types each value and computes the rest.
struct ValueResolver {
  private let declarations: Declarations
  private let set: SetID
  private let files: [DataFile]
  private var counts: [String: Int] = [:]
  private var entries: [String: ValueEntry] = [:]
  private var diagnostics: [Diagnostic] = []
  private var computing: [String] = []

  /// Returns the values of a set.
  ///
  /// - Parameters:
  ///   - declarations: the keys and server groups.
  ///   - files: from the weakest layer to the strongest.
  ///   - set: the set.
  /// - Returns: the values, and what is wrong with them.
  static func resolve(
    _ declarations: Declarations,
    files: [DataFile],
    set: SetID
  ) -> Outcome<ValueTable> {
    var resolver = ValueResolver(declarations, files, set)
    resolver.resolveKeys()
    resolver.resolveGroups()
    resolver.computeAll()
    let table = ValueTable(
      set: set,
      declarations: declarations,
      counts: resolver.counts,
      entries: resolver.entries
    )
    return Outcome(table, resolver.diagnostics)
  }

  private init(_ declarations: Declarations, _ files: [DataFile], _ set: SetID) {
    self.declarations = declarations
    self.files = files
    self.set = set
  }

  // MARK: Keys

  private mutating func resolveKeys() {
    for key in declarations.order {
      guard let declaration = declarations.keys[key], declaration.compute == nil else { continue }
      let given = files.last { file in file.values.contains { $0.key == key } }
      let raw = given.flatMap { file in file.values.last { $0.key == key } }
      entries[key] = entry(
        for: declaration,
        path: key,
        given: raw.map { ($0.value, given?.layer ?? .common) }
      )
    }
    for file in files {
      for (key, location, value) in file.values { check(key, location, value, in: file) }
    }
  }

  private mutating func check(
    _ key: String,
    _ location: Location,
    _ value: RawValue,
    in file: DataFile
  ) {
    guard let declaration = declarations.keys[key] else {
      diagnostics.append(
        .undeclaredValue(
          key,
          at: location,
          nearest: NameIndex(declarations.order).nearest(to: key)
        )
      )
      return
    }
    if declaration.type.kind == .secret {
      diagnostics.append(.secretValue(of: key, at: value.location))
    } else if declaration.compute != nil {
      diagnostics.append(.wrongLayer("`\(key)` is computed and takes no value", at: location))
    } else if let source = declaration.source, file.layer < source {
      diagnostics.append(
        .wrongLayer("`\(key)` may be given by a \(source.rawValue) or stronger", at: location)
      )
    } else if file.layer == .customer, declaration.source != .customer,
      file.customer?.overrides.contains(key) != true
    {
      diagnostics.append(
        .wrongLayer(
          "a customer replaces `\(key)` only if `customer: { override: [\(key)] }` lists it",
          at: location
        )
      )
    }
  }

  /// Types what was given, or takes the example or the fake.
  private mutating func entry(
    for declaration: KeyDeclaration,
    path: String,
    given: (raw: RawValue, layer: Layer)?
  ) -> ValueEntry? {
    if declaration.type.kind == .secret {
      return ValueEntry(
        declaration: declaration,
        value: .text(declaration.type.fake(seed: path)),
        state: .secret,
        hint: declaration.hint
      )
    }
    if let given {
      guard let value = typed(given.raw, declaration) else { return nil }
      let state: ValueEntry.State = given.layer == .customer ? .filled : .fixed
      return ValueEntry(
        declaration: declaration,
        value: value,
        state: state,
        hint: declaration.hint,
        origin: (given.layer, given.raw.location)
      )
    }
    guard declaration.source == .customer, let example = declaration.example else {
      diagnostics.append(.missingValue(of: path, at: declaration.location))
      return nil
    }
    guard let value = typed(example, declaration) else { return nil }
    return ValueEntry(
      declaration: declaration,
      value: value,
      state: declaration.showsExample ? .example : .open,
      hint: declaration.hint
    )
  }

  private mutating func typed(_ raw: RawValue, _ declaration: KeyDeclaration) -> Value? {
    switch raw {
    case .scalar(let text, let location): return typed([text], location, declaration)
    case .list(let elements, let location):
      guard case .list = declaration.type.kind else {
        diagnostics.append(
          .wrongValue("one value is expected for `\(declaration.key)`, not a list", at: location)
        )
        return nil
      }
      return typed(elements.map(\.text), location, declaration)
    }
  }

  private mutating func typed(
    _ texts: [String],
    _ location: Location,
    _ declaration: KeyDeclaration
  ) -> Value? {
    switch declaration.type.parse(texts) {
    case .success(let value): return value
    case .failure(let mistake):
      diagnostics.append(
        .wrongValue(mistake.message, at: location, suggestion: mistake.suggestion)
      )
      return nil
    }
  }

  // MARK: Server groups

  private mutating func resolveGroups() {
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
      put("\(path).from", rule.from.joined(separator: ", "))
      put("\(path).about", rule.about)
    }
  }

  private func synthetic(
    _ key: String,
    _ kind: ValueType.Kind,
    _ about: String,
    _ group: ServerGroup
  ) -> KeyDeclaration {
    KeyDeclaration(key: key, type: ValueType(kind), about: about, location: group.location)
  }

  // MARK: Computed keys

  private mutating func computeAll() {
    for key in declarations.order where declarations.keys[key]?.compute != nil { compute(key) }
  }

  private mutating func compute(_ key: String) {
    guard entries[key] == nil, let declaration = declarations.keys[key],
      let (expression, location) = declaration.compute
    else { return }
    guard !computing.contains(key) else {
      diagnostics.append(.computeCycle(computing + [key], at: location))
      return
    }
    computing.append(key)
    defer { computing.removeLast() }
    for path in expression.paths.map(\.path) where declarations.keys[path]?.compute != nil {
      compute(path)
    }
    let table = ValueTable(
      set: set,
      declarations: declarations,
      counts: counts,
      entries: entries
    )
    switch expression.evaluate({ table.bindings(at: $0) }) {
    case .failure(let mistake):
      diagnostics.append(.wrongValue(mistake.message, at: location))
    case .success(let result):
      guard let value = typed([result.value.plainText], location, declaration) else { return }
      entries[key] = ValueEntry(
        declaration: declaration,
        value: value,
        state: .computed,
        hint: result.placeholder
      )
    }
  }
}

extension ValueTable {
  /// Returns what an expression reads at a path; `*` stands for any segment.
  func bindings(at path: String) -> [Binding]? {
    guard path.contains("*") else { return entry(at: path).map { [$0.binding] } }
    let pattern = path.split(separator: ".")
    let matches = paths.filter { candidate in
      let parts = candidate.split(separator: ".")
      return parts.count == pattern.count
        && zip(parts, pattern).allSatisfy { $1 == "*" || $0 == $1 }
    }
    let found = matches.compactMap { entry(at: $0)?.binding }
    return found.isEmpty ? nil : found
  }

  /// Evaluates the condition of an `if` block.
  func condition(_ text: String, scope: [String: String]) -> Result<Bool, ExpressionMistake> {
    Expression.parse(text).flatMap { expression in
      expression.evaluate { path in
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let full = scope[parts[0]] else { return bindings(at: path) }
        return bindings(at: parts.count > 1 ? "\(full).\(parts[1])" : full)
      }
    }.flatMap { result in
      guard case .bool(let holds) = result.value else {
        return .failure(
          ExpressionMistake("a condition is true or false", at: 0..<text.utf8.count)
        )
      }
      return .success(holds)
    }
  }
}

extension ValueEntry {
  fileprivate var binding: Binding {
    Binding(
      value: value,
      kind: declaration.type.kind,
      placeholder: state == .open ? hint : nil,
      isOpen: isOpen
    )
  }
}
