internal import Diagnostics
internal import Languages
internal import Snippets
internal import Values

/// Checks what the parts of a declaration say together.
struct DeclarationCheck {
  private let declaration: KeyDeclaration
  private let node: YAMLNode
  /// Where a part is missing.
  private let keyNode: YAMLNode
  private var found: [(message: String, place: YAMLNode, subject: Diagnostic.Subject?)] = []

  /// Reports what does not fit together.
  ///
  /// - Parameters:
  ///   - declaration: of a key or a field.
  ///   - node: its mapping.
  ///   - keyNode: its name.
  ///   - reader: takes the findings.
  static func check(
    _ declaration: KeyDeclaration,
    _ node: YAMLNode,
    at keyNode: YAMLNode,
    with reader: inout YAMLReader
  ) {
    // Without a type nothing else can be judged.
    guard node.text(of: "type").flatMap(ValueType.parse) != nil else { return }
    var check = DeclarationCheck(declaration: declaration, node: node, keyNode: keyNode)
    check.checkNeeds()
    check.checkEffects()
    check.checkBounds()
    reader.diagnostics += check.found.map { message, place, subject in
      .wrongDeclaration(message, at: reader.location(place)).about(subject)
    }
  }

  private init(declaration: KeyDeclaration, node: YAMLNode, keyNode: YAMLNode) {
    self.declaration = declaration
    self.node = node
    self.keyNode = keyNode
  }

  private var type: ValueType { declaration.type }
  private var isSecret: Bool { type.kind == .secret }
  private var isComputed: Bool { node.member("compute") != nil }

  private func has(_ name: String) -> Bool { node.member(name) != nil }

  /// What each key needs.
  mutating func checkNeeds() {
    let isCustomers = node.text(of: "source") == Layer.customer.rawValue && !isSecret
    if !isSecret, !isComputed { need("source") }
    if isCustomers || isSecret { need("hint") }
    if isCustomers { need("example") }
    if type.kind == .enumeration { need("values") }
  }

  private mutating func need(_ name: String) {
    guard !node.mergedEntries.contains(where: { $0.key.text == name }) else { return }
    found.append(("missing key `\(name)`", keyNode, .lacking(name, within: node.range)))
  }

  /// What changes nothing.
  mutating func checkEffects() {
    let amounts: Set<ValueType.Kind> = [.int, .float, .percent, .port, .bytes, .duration]
    let place = "with `type: \(type.name)`"
    if !amounts.contains(type.kind) {
      for name in ["min", "max"] { refuse(name, place) }
    }
    if type.kind != .enumeration { refuse("values", place) }
    if type.kind != .ipv4 { refuse("in", place) }
    if type.kind != .string { refuse("multiline", place) }
    if !isSecret { refuse("generate", place) }
    if isComputed {
      for name in ["source", "example", "show"] { refuse(name, "with `compute`") }
      if isSecret { refuse("compute", place) }
    } else if !isSecret, declaration.source != .customer,
      node.text(of: "source").map({ Layer(rawValue: $0) != nil }) ?? true
    {
      refuse("show", "without `source: customer`")
    }
  }

  private mutating func refuse(_ name: String, _ place: String) {
    guard has(name), let key = node.mergedEntries.last(where: { $0.key.text == name })?.key else {
      return
    }
    found.append(("`\(name)` has no effect \(place)", key, nil))
  }

  /// Bounds that no value meets.
  mutating func checkBounds() {
    for name in ["min", "max"] {
      guard let bound = node.member(name), bound.isScalar, type.bound(bound.text) == nil,
        [.int, .float, .percent, .port, .bytes, .duration].contains(type.kind)
      else { continue }
      found.append(("expected \(type.kind.shape.words), found `\(bound.text)`", bound, nil))
    }
    if let min = type.min.flatMap(type.bound), let max = type.max.flatMap(type.bound), max < min,
      let place = node.member("max")
    {
      found.append(
        ("expected at least `min`, `\(type.min ?? "")`, found `\(place.text)`", place, nil)
      )
    }
    if let least = type.minLength, let most = type.maxLength, most < least,
      let place = node.member("max-length")
    {
      found.append(("expected at least `min-length`, \(least), found `\(most)`", place, nil))
    }
    var values: Set<String> = []
    for value in node.scalars(of: "values") where !values.insert(value.text).inserted {
      found.append(("duplicate value `\(value.text)`", value, nil))
    }
    if type.kind == .enumeration, has("values"), node.scalars(of: "values").isEmpty,
      let place = node.member("values")
    {
      found.append(("expected at least one value", place, nil))
    }
  }
}
