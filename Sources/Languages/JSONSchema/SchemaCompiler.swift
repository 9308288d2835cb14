/// Turns JSON Schemas (draft-07, 2019-09 and 2020-12) into their compiled form.
///
/// Schemas are compiled one after the other, never one inside the other, so that neither depth nor
/// chains of references can exhaust the stack.
package struct SchemaCompiler {
  var index: SchemaIndex
  private var nodes: [JSONSchema.Node] = []
  private var numbers: [SchemaIndex.Place: Int] = [:]
  private var pending: [(number: Int, target: SchemaIndex.Target)] = []
  private var dynamicNames: [String: Int] = [:]
  private var mistakes: [Mistake] = []
  /// Where the schema that is being compiled stands.
  private var document = 0

  /// What is wrong with a schema itself.
  package struct Mistake: Error, Equatable {
    /// The name of the document; empty for one without a name.
    package var document: String
    /// In bytes of the document.
    package var range: Range<Int>
    /// One sentence that says what was expected.
    package var message: String
    /// What was probably meant, the likeliest first.
    package var suggestions: [String] = []
    /// Whether the schema can be used all the same.
    package var isWarning = false
  }

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - name: the URI of the document, against which references are resolved.
  ///   - documents: what `$ref` and `$schema` may name beside it, by URI without fragment.
  ///   - standard: the dialect of a document that names none.
  /// - Returns: the schema, as far as it could be read, and every mistake in it and in what it
  ///   refers to, by document and place.
  package static func compile(
    _ root: TypedValue,
    named name: String = "",
    documents: [String: TypedValue] = [:],
    standard: SchemaDialect = .draft2020
  ) -> (schema: JSONSchema, mistakes: [Mistake]) {
    var compiler = SchemaCompiler(
      index: SchemaIndex(documents: documents, standard: standard)
    )
    let place = compiler.index.add(root, named: name)
    _ = compiler.number(of: SchemaIndex.Target(value: root, place: place))
    compiler.compilePending()
    let schema = JSONSchema(nodes: compiler.nodes, dynamicAnchors: compiler.dynamicAnchors())
    compiler.reportCircles(in: schema)
    return (schema, compiler.mistakes.sorted(by: Mistake.inOrder))
  }

  private init(index: SchemaIndex) { self.index = index }

  /// Returns the number of a schema, which is compiled when its turn comes.
  mutating func number(of target: SchemaIndex.Target) -> Int {
    if let known = numbers[target.place] { return known }
    let number = nodes.count
    numbers[target.place] = number
    nodes.append(JSONSchema.Node(resource: index.scope(of: target.place).resource))
    pending.append((number, target))
    return number
  }

  mutating func number(of value: TypedValue, under place: SchemaIndex.Place) -> Int {
    number(of: SchemaIndex.Target(value: value, place: index.place(of: value, in: place)))
  }

  private mutating func compilePending() {
    var next = 0
    repeat {
      while next < pending.count {
        let (number, target) = pending[next]
        next += 1
        compile(target, as: number)
      }
      // A `$dynamicRef` may mean any schema with its name that has been loaded meanwhile.
      for name in dynamicNames.keys.sorted() {
        for anchor in index.dynamicAnchors[name] ?? [] { _ = number(of: anchor.target) }
      }
    } while next < pending.count
  }

  private mutating func compile(_ target: SchemaIndex.Target, as number: Int) {
    document = target.place.document
    switch target.value.content {
    case .bool(let isTrue): nodes[number].keywords = isTrue ? [] : [.never]
    case .object:
      nodes[number].deprecation = deprecation(of: target.value)
      let keywords = keywords(of: target.value, at: target.place)
      nodes[number].keywords = keywords
      nodes[number].kinds = keywords.lazy.compactMap(\.kinds).first
      nodes[number].tracksEvaluation = keywords.contains(where: \.readsEvaluation)
    default: refuse(target.value, "expected a schema: a mapping, `true` or `false`")
    }
  }

  private func deprecation(of schema: TypedValue) -> JSONSchema.Deprecation? {
    guard schema["deprecated"]?.bool == true else { return nil }
    let reason = schema["deprecationMessage"]?.string ?? schema["description"]?.string
    return JSONSchema.Deprecation(reason: reason ?? "")
  }

  // MARK: References

  mutating func reference(
    _ member: TypedValue.Member,
    at place: SchemaIndex.Place
  ) -> JSONSchema.Keyword? {
    target(of: member, at: place).map { .reference(number(of: $0)) }
  }

  /// A reference that means the outermost schema with its name among those that led to it.
  mutating func dynamicReference(
    _ member: TypedValue.Member,
    at place: SchemaIndex.Place
  ) -> JSONSchema.Keyword? {
    guard let target = target(of: member, at: place) else { return nil }
    let otherwise = number(of: target)
    let isRecursive = member.key == "$recursiveRef"
    let name = isRecursive ? "" : URIReference(member.value.string ?? "").fragment ?? ""
    let isDynamic =
      isRecursive
      ? target.value["$recursiveAnchor"]?.bool == true
      : target.value["$dynamicAnchor"]?.string == name
    guard isDynamic else { return .reference(otherwise) }
    let anchor = dynamicNames[name] ?? dynamicNames.count
    dynamicNames[name] = anchor
    return .dynamicReference(anchor: anchor, otherwise: otherwise)
  }

  private mutating func target(
    of member: TypedValue.Member,
    at place: SchemaIndex.Place
  ) -> SchemaIndex.Target? {
    guard let text = member.value.string else {
      refuse(member.value, "expected a reference such as `#/$defs/name` for `\(member.key)`")
      return nil
    }
    if let target = index.find(text, from: place) { return target }
    refuse(member.value, "undefined schema `\(text)`")
    return nil
  }

  private func dynamicAnchors() -> [[Int: Int]] {
    var anchors = [[Int: Int]](repeating: [:], count: dynamicNames.count)
    for (name, place) in dynamicNames {
      for anchor in index.dynamicAnchors[name] ?? [] {
        anchors[place][anchor.resource] = numbers[anchor.target.place]
      }
    }
    return anchors
  }

  // MARK: Mistakes

  mutating func refuse(_ value: TypedValue, _ message: String) {
    report(value.range, message)
  }

  mutating func report(
    _ range: Range<Int>,
    _ message: String,
    suggestions: [String] = [],
    isWarning: Bool = false
  ) {
    mistakes.append(
      Mistake(
        document: index.names[document],
        range: range,
        message: message,
        suggestions: suggestions,
        isWarning: isWarning
      )
    )
  }

  /// A schema that refers to itself for the same value would never come to an end.
  private mutating func reportCircles(in schema: JSONSchema) {
    for number in schema.nodesInCircles() {
      let (_, target) = pending[number]
      document = target.place.document
      let member = ["$ref", "$recursiveRef", "allOf", "anyOf", "oneOf", "not", "if"].lazy
        .compactMap { target.value.member($0) }.first
      report(member?.keyRange ?? target.value.range, "the schema refers to itself endlessly")
    }
  }
}

extension SchemaCompiler.Mistake {
  fileprivate static func inOrder(_ left: Self, _ right: Self) -> Bool {
    if left.document != right.document { return left.document < right.document }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    return left.message < right.message
  }
}

extension JSONSchema.Keyword {
  fileprivate var kinds: [TypedValue.Kind]? {
    if case .type(let kinds) = self { kinds } else { nil }
  }

  fileprivate var readsEvaluation: Bool {
    switch self {
    case .unevaluatedItems, .unevaluatedProperties: true
    default: false
    }
  }
}

extension JSONSchema {
  /// One node of every circle of schemas that apply to the same value, in order.
  ///
  /// Dynamic references count with what they mean without a scope.
  fileprivate func nodesInCircles() -> [Int] {
    var found: [Int] = []
    // 0 not seen, 1 on the way, 2 done.
    var state = [UInt8](repeating: 0, count: nodes.count)
    for start in nodes.indices where state[start] == 0 {
      var way: [(node: Int, next: [Int])] = [(start, inPlace(start))]
      state[start] = 1
      while let (node, next) = way.last {
        guard let target = next.last else {
          state[node] = 2
          way.removeLast()
          continue
        }
        way[way.count - 1].next.removeLast()
        if state[target] == 1 { found.append(target) }
        guard state[target] == 0 else { continue }
        state[target] = 1
        way.append((target, inPlace(target)))
      }
    }
    return Set(found).sorted()
  }

  private func inPlace(_ node: Int) -> [Int] {
    nodes[node].keywords.flatMap { keyword in
      if case .dynamicReference(_, let otherwise) = keyword { return [otherwise] }
      return keyword.inPlace(in: self)
    }
  }
}
