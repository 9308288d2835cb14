internal import Patterns

/// Turns JSON Schemas (draft-07) into their compiled form.
struct SchemaCompiler {
  private var documents: [String: TypedValue]
  private var index = SchemaIndex()
  private var nodes: [JSONSchema.Node] = []
  private var places: [SchemaIndex.Place: Int] = [:]
  private var mistakes: [Mistake] = []

  /// What is wrong with a schema itself.
  struct Mistake: Error, Equatable {
    /// In bytes of the schema's text; of another document's where the mistake lies there.
    var range: Range<Int>
    /// One sentence that says what was expected.
    var message: String
  }

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - documents: what `$ref` may name beside it, by URI without fragment.
  /// - Returns: the schema, as far as it could be read, and every mistake in it.
  static func compile(
    _ root: TypedValue,
    documents: [String: TypedValue] = [:]
  ) -> (schema: JSONSchema, mistakes: [Mistake]) {
    var compiler = SchemaCompiler(documents: documents)
    let place = compiler.index.add(root, named: "")
    _ = compiler.compile(root, at: place)
    return (JSONSchema(nodes: compiler.nodes), compiler.mistakes)
  }

  private init(documents: [String: TypedValue]) { self.documents = documents }

  /// Returns the number of a schema, which is compiled at its first use.
  private mutating func compile(_ value: TypedValue, at place: SchemaIndex.Place) -> Int {
    if let known = places[place] { return known }
    let number = nodes.count
    places[place] = number
    nodes.append(JSONSchema.Node())
    switch value.content {
    case .bool(let isTrue): nodes[number].keywords = isTrue ? [] : [.never]
    case .object:
      nodes[number].isDeprecated = value["deprecated"]?.bool == true
      nodes[number].keywords = keywords(of: value, at: place)
    default: mistakes.append(Mistake(range: value.range, message: "a schema is expected here"))
    }
    return number
  }

  private mutating func compile(_ value: TypedValue, under place: SchemaIndex.Place) -> Int {
    compile(value, at: index.place(of: value, in: place))
  }

  private mutating func compile(each value: TypedValue, under place: SchemaIndex.Place) -> [Int] {
    var numbers: [Int] = []
    for element in value.elements { numbers.append(compile(element, under: place)) }
    return numbers
  }

  // MARK: Keywords

  private mutating func keywords(
    of schema: TypedValue,
    at place: SchemaIndex.Place
  ) -> [JSONSchema.Keyword] {
    if let reference = schema.member("$ref"), let text = reference.value.string {
      return resolve(text, reference.value.range, from: place)
    }
    var keywords: [JSONSchema.Keyword] = []
    for member in schema.members {
      if let keyword = keyword(member, of: schema, at: place) { keywords.append(keyword) }
      if member.key == "dependencies" || member.key == "dependentRequired" {
        keywords += dependencies(member.value, at: place)
      }
    }
    if let properties = properties(of: schema, at: place) {
      keywords.append(.properties(properties))
    }
    return keywords
  }

  private mutating func keyword(
    _ member: TypedValue.Member,
    of schema: TypedValue,
    at place: SchemaIndex.Place
  ) -> JSONSchema.Keyword? {
    let value = member.value
    switch member.key {
    case "allOf": return .all(compile(each: value, under: place))
    case "anyOf": return .any(compile(each: value, under: place))
    case "oneOf": return .one(compile(each: value, under: place))
    case "not": return .not(compile(value, under: place))
    case "if":
      return .conditional(
        compile(value, under: place),
        then: schema["then"].map { compile($0, under: place) },
        otherwise: schema["else"].map { compile($0, under: place) }
      )
    case "propertyNames": return .propertyNames(compile(value, under: place))
    case "contains": return .contains(compile(value, under: place))
    case "items":
      guard value.isArray else { return .items(first: [], rest: compile(value, under: place)) }
      return .items(
        first: compile(each: value, under: place),
        rest: schema["additionalItems"].map { compile($0, under: place) }
      )
    default: return assertion(member)
    }
  }

  private mutating func assertion(_ member: TypedValue.Member) -> JSONSchema.Keyword? {
    let value = member.value
    switch member.key {
    case "type":
      let names = value.isArray ? value.elements.compactMap(\.string) : [value.string ?? ""]
      let kinds = names.compactMap(TypedValue.Kind.init)
      guard kinds.count == names.count else { return refuse(value, "a type is expected") }
      return .type(kinds)
    case "enum": return .enumeration(value.elements)
    case "const": return .enumeration([value])
    case "pattern": return pattern(value.string ?? "", at: value.range).map { .pattern($0) }
    case "format": return value.string.map { .format($0) }
    case "required": return .required(value.elements.compactMap(\.string))
    case "uniqueItems": return value.bool == true ? .uniqueItems : nil
    default: break
    }
    guard let make = Self.bounds[member.key] else { return nil }
    guard let number = value.number else { return refuse(value, "a number is expected") }
    return make(number)
  }

  private static let bounds: [String: @Sendable (Double) -> JSONSchema.Keyword] = [
    "minimum": { .minimum($0) }, "maximum": { .maximum($0) },
    "exclusiveMinimum": { .exclusiveMinimum($0) }, "exclusiveMaximum": { .exclusiveMaximum($0) },
    "multipleOf": { .multipleOf($0) },
    "minLength": { .minLength(Int($0)) }, "maxLength": { .maxLength(Int($0)) },
    "minItems": { .minItems(Int($0)) }, "maxItems": { .maxItems(Int($0)) },
    "minProperties": { .minProperties(Int($0)) }, "maxProperties": { .maxProperties(Int($0)) },
  ]

  private mutating func refuse(_ value: TypedValue, _ message: String) -> JSONSchema.Keyword? {
    mistakes.append(Mistake(range: value.range, message: message))
    return nil
  }

  private mutating func pattern(_ text: String, at range: Range<Int>) -> Pattern? {
    if let pattern = Pattern(text) { return pattern }
    mistakes.append(Mistake(range: range, message: "`\(text)` is not a regular expression"))
    return nil
  }

  private mutating func properties(
    of schema: TypedValue,
    at place: SchemaIndex.Place
  ) -> JSONSchema.Properties? {
    var properties = JSONSchema.Properties()
    for member in schema["properties"]?.members ?? [] {
      properties.named[member.key] = compile(member.value, under: place)
    }
    for member in schema["patternProperties"]?.members ?? [] {
      guard let pattern = pattern(member.key, at: member.keyRange) else { continue }
      properties.patterns.append((pattern, compile(member.value, under: place)))
    }
    if let additional = schema["additionalProperties"] {
      properties.isClosed = additional.bool == false
      properties.additional = compile(additional, under: place)
    }
    let isEmpty = properties.named.isEmpty && properties.patterns.isEmpty
    return isEmpty && properties.additional == nil ? nil : properties
  }

  private mutating func dependencies(
    _ value: TypedValue,
    at place: SchemaIndex.Place
  ) -> [JSONSchema.Keyword] {
    var keywords: [JSONSchema.Keyword] = []
    for member in value.members {
      keywords.append(
        member.value.isArray
          ? .dependentKeys(member.key, member.value.elements.compactMap(\.string))
          : .dependentSchema(member.key, compile(member.value, under: place))
      )
    }
    return keywords
  }

  // MARK: References

  private mutating func resolve(
    _ text: String,
    _ range: Range<Int>,
    from place: SchemaIndex.Place
  ) -> [JSONSchema.Keyword] {
    let target = URIReference(index.base(of: place)).resolving(text)
    if !index.knows(target.document), let document = documents[target.document] {
      _ = index.add(document, named: target.document)
    }
    guard let (value, found) = index.find(target) else {
      mistakes.append(Mistake(range: range, message: "`\(text)` leads to no schema"))
      return []
    }
    return [.reference(compile(value, at: found))]
  }
}
