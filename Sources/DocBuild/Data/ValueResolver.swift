package import Diagnostics
internal import Snippets
internal import Values

/// Puts the layers of a set together, types each value and computes the rest.
package struct ValueResolver {
  package let declarations: Declarations
  package let set: SetID
  package let files: [DataFile]
  package var counts: [String: Int] = [:]
  package var entries: [String: ValueEntry] = [:]
  package var diagnostics: [Diagnostic] = []
  private var computing: [String] = []
  /// Keys that are computed from themselves, which are reported once.
  private var circular: Set<String> = []

  /// Returns the values of a set.
  ///
  /// - Parameters:
  ///   - declarations: the keys and server groups.
  ///   - files: from the weakest layer to the strongest.
  ///   - set: the set.
  /// - Returns: the values, and what is wrong with them.
  package static func resolve(
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
  package mutating func entry(
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
    switch declaration.source {
    case .common, .scale:
      diagnostics.append(.missingValue(of: path, at: declaration.location))
      return nil
    case .customer, nil: break
    }
    // A declaration without an example, or with a broken expression, is reported where it stands.
    guard let example = declaration.example else { return nil }
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
      guard declaration.type.isList else {
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

  // MARK: Computed keys

  private mutating func computeAll() {
    for key in declarations.order where declarations.keys[key]?.compute != nil { compute(key) }
  }

  private mutating func compute(_ key: String) {
    guard entries[key] == nil, !circular.contains(key), let declaration = declarations.keys[key],
      let (expression, location) = declaration.compute
    else { return }
    if let start = computing.firstIndex(of: key) {
      circular.formUnion(computing[start...])
      diagnostics.append(.computeCycle(computing[start...] + [key], at: location))
      return
    }
    computing.append(key)
    defer { computing.removeLast() }
    for path in expression.paths.map(\.path) where declarations.keys[path]?.compute != nil {
      compute(path)
    }
    guard !circular.contains(key) else { return }
    let table = ValueTable(
      set: set,
      declarations: declarations,
      counts: counts,
      entries: entries
    )
    switch expression.evaluate(
      { table.bindings(at: $0) },
      elements: { table.elements(of: $0) }
    ) {
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
