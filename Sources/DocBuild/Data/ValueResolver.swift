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
  /// What unknown names of the data files were meant for: it is not missing as well.
  var meant: Set<String> = []
  private var computing: [String] = []
  /// Keys that are computed from themselves, which are reported once.
  private var circular: Set<String> = []

  /// Returns the values of a set.
  ///
  /// - Parameters:
  ///   - declarations: the keys and server groups.
  ///   - files: from the weakest layer to the strongest.
  ///   - set: the set.
  /// - Returns: the values, and what is wrong with them. Every key that is declared has one.
  package static func resolve(
    _ declarations: Declarations,
    files: [DataFile],
    set: SetID
  ) -> Outcome<ValueTable> {
    var resolver = ValueResolver(declarations, files, set)
    resolver.checkGiven()
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

  private mutating func checkGiven() {
    for file in files {
      var check = GivenCheck(declarations: declarations, file: file)
      check.check()
      diagnostics += check.found
      meant.formUnion(check.meant)
    }
  }

  // MARK: Keys

  private mutating func resolveKeys() {
    for key in declarations.order {
      guard let declaration = declarations.keys[key], declaration.compute == nil else { continue }
      let given = files.compactMap { file in
        file.values.last { $0.key == key }.map { (raw: $0.value, layer: file.layer) }
      }
      entries[key] = entry(for: declaration, path: key, given: given)
    }
  }

  /// Types what was given, or takes the example or the fake.
  ///
  /// - Parameters:
  ///   - declaration: of the key.
  ///   - path: the full key.
  ///   - given: its values, from the weakest layer to the strongest.
  /// - Returns: the value; what only stands in for one that is wrong or missing is marked.
  package mutating func entry(
    for declaration: KeyDeclaration,
    path: String,
    given: [(raw: RawValue, layer: Layer)]
  ) -> ValueEntry {
    if declaration.type.kind == .secret {
      return ValueEntry(
        declaration: declaration,
        value: .text(declaration.type.fake(seed: path, of: declaration.alphabet)),
        state: .secret,
        hint: declaration.hint
      )
    }
    let values = given.map { typed($0.raw, declaration) }
    if let last = given.last, let value = values.last {
      return ValueEntry(
        declaration: declaration,
        value: value ?? values.compactMap(\.self).last ?? declaration.type.standIn,
        state: last.layer == .customer ? .filled : .fixed,
        hint: declaration.hint,
        isStandIn: value == nil || declaration.isBroken,
        origin: (last.layer, last.raw.location)
      )
    }
    let example = declaration.example.flatMap { typed($0, declaration) }
    if declaration.source == .customer {
      return ValueEntry(
        declaration: declaration,
        value: example ?? declaration.type.standIn,
        state: declaration.showsExample ? .example : .open,
        hint: declaration.hint,
        isStandIn: example == nil || declaration.isBroken || isMeant(path)
      )
    }
    if !declaration.isBroken { missing(path, at: declaration.location) }
    return .standIn(for: declaration)
  }

  /// Reports a value that nobody gives.
  mutating func missing(_ path: String, at location: Location) {
    if !isMeant(path) { diagnostics.append(.missingValue(of: path, at: location)) }
  }

  /// Whether a value is given under a name that is none, or in a list that is reported.
  private func isMeant(_ path: String) -> Bool {
    meant.contains { path == $0 || path.hasPrefix($0 + ".") }
  }

  private mutating func typed(_ raw: RawValue, _ declaration: KeyDeclaration) -> Value? {
    guard !declaration.isBroken else { return nil }
    let type = declaration.type
    switch raw {
    case .scalar(let text, let location): return typed([text], location, declaration)
    case .list(let elements, let location):
      guard type.isList else {
        diagnostics.append(.wrongValue("expected one value, found a list", at: location))
        return nil
      }
      // The finding is at the element that is wrong.
      let values = elements.map { element in
        typed([element.text], element.location, declaration)
      }
      guard !values.contains(nil) else { return nil }
      let found = values.compactMap(\.self).flatMap { value -> [Value] in
        if case .list(let inner) = value { inner } else { [value] }
      }
      return .list(found)
    case .wrong: return nil
    case .nothing(let location):
      let words = type.kind == .enumeration ? "a value" : type.kind.shape.words
      diagnostics.append(.wrongValue("expected \(words), found nothing", at: location))
      return nil
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
    // A key whose expression cannot be read or computed is still declared.
    for key in declarations.order where entries[key] == nil {
      entries[key] = declarations.keys[key].map { .standIn(for: $0) }
    }
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
    guard computing.count < Self.longestChain else {
      circular.formUnion(computing)
      return diagnostics.append(
        .wrongValue(
          "expected at most \(Self.longestChain) keys that depend on each other",
          at: location
        )
      )
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
    let needed = expression.paths.map(\.path) + expression.templateKeys
    let isUnknown = needed.contains { table.hasStandIn(at: $0) }
    switch expression.evaluate(
      { table.bindings(at: $0) },
      elements: { table.elements(of: $0) }
    ) {
    case .failure(let mistake):
      // Who uses it makes no mistake.
      entries[key] = .standIn(for: declaration)
      guard !isUnknown else { return }
      diagnostics.append(.wrongExpression(mistake, at: location, in: table))
    case .success(let result):
      let found = diagnostics
      let value = typed([result.value.plainText], location, declaration)
      if isUnknown { diagnostics = found }
      entries[key] = ValueEntry(
        declaration: declaration,
        value: value ?? declaration.type.standIn,
        state: .computed,
        hint: result.placeholder,
        withoutSecrets: result.withoutSecrets,
        isStandIn: isUnknown || value == nil
      )
    }
  }

  /// How many keys may be computed one from another.
  private static let longestChain = 200
}
