internal import Diagnostics
internal import Text

extension SchemaCompiler {
  /// Returns what a schema asserts in the dialect that holds where it stands.
  mutating func keywords(
    of schema: TypedValue,
    at place: SchemaIndex.Place
  ) -> [JSONSchema.Keyword] {
    let dialect = index.scope(of: place).dialect
    checkNames(of: schema, dialect)
    if let reference = schema.member("$ref"), dialect.draft == .draft7 {
      return self.reference(reference, at: place).map { [$0] } ?? []
    }
    var keywords: [JSONSchema.Keyword] = []
    for member in schema.members {
      keywords += applicators(member, of: schema, at: place, dialect)
      if dialect.asserts, let keyword = assertion(member) { keywords.append(keyword) }
      if member.key == "format", dialect.asserts || dialect.assertsFormats {
        keywords += format(member.value)
      }
    }
    if let properties = properties(of: schema, at: place) {
      keywords.append(.properties(properties))
    }
    guard dialect.draft > .draft7 else { return keywords }
    if let rest = schema["unevaluatedItems"] {
      keywords.append(.unevaluatedItems(number(of: rest, under: place)))
    }
    if let rest = schema["unevaluatedProperties"] {
      keywords.append(.unevaluatedProperties(number(of: rest, under: place)))
    }
    return keywords
  }

  // MARK: Applicators

  private mutating func applicators(
    _ member: TypedValue.Member,
    of schema: TypedValue,
    at place: SchemaIndex.Place,
    _ dialect: SchemaDialect
  ) -> [JSONSchema.Keyword] {
    let value = member.value
    switch member.key {
    case "$ref": return reference(member, at: place).map { [$0] } ?? []
    case "$dynamicRef" where dialect.draft == .draft2020,
      "$recursiveRef" where dialect.draft == .draft2019:
      return dynamicReference(member, at: place).map { [$0] } ?? []
    case "allOf": return [.all(numbers(ofEach: member, under: place))]
    case "anyOf": return [.any(numbers(ofEach: member, under: place))]
    case "oneOf": return [.one(numbers(ofEach: member, under: place))]
    case "not": return [.not(number(of: value, under: place))]
    case "if":
      return [
        .conditional(
          number(of: value, under: place),
          then: schema["then"].map { number(of: $0, under: place) },
          otherwise: schema["else"].map { number(of: $0, under: place) }
        )
      ]
    case "propertyNames": return [.propertyNames(number(of: value, under: place))]
    case "contains": return [contains(value, of: schema, at: place, dialect)]
    case "items": return items(value, of: schema, at: place, dialect)
    case "prefixItems" where dialect.draft == .draft2020 && schema["items"] == nil:
      return [.items(first: numbers(ofEach: member, under: place), rest: nil)]
    case "dependencies": return dependencies(member, at: place)
    case "dependentRequired" where dialect.draft > .draft7 && dialect.asserts:
      return dependencies(member, at: place)
    case "dependentSchemas" where dialect.draft > .draft7:
      return members(of: member).map {
        .dependentSchema($0.key, number(of: $0.value, under: place))
      }
    case "$defs", "definitions":
      // Mistakes in what nothing refers to are mistakes all the same.
      for inner in members(of: member) { _ = number(of: inner.value, under: place) }
      return []
    default: return []
    }
  }

  private mutating func numbers(
    ofEach member: TypedValue.Member,
    under place: SchemaIndex.Place
  ) -> [Int] {
    guard member.value.isArray, !member.value.elements.isEmpty else {
      refuse(member.value, "expected a list of schemas for `\(member.key)`")
      return []
    }
    var numbers: [Int] = []
    for element in member.value.elements { numbers.append(number(of: element, under: place)) }
    return numbers
  }

  private mutating func members(of member: TypedValue.Member) -> [TypedValue.Member] {
    guard member.value.isObject else {
      refuse(member.value, "expected a mapping for `\(member.key)`")
      return []
    }
    return member.value.members
  }

  private mutating func items(
    _ value: TypedValue,
    of schema: TypedValue,
    at place: SchemaIndex.Place,
    _ dialect: SchemaDialect
  ) -> [JSONSchema.Keyword] {
    guard value.isArray else {
      let first = dialect.draft == .draft2020 ? schema.member("prefixItems") : nil
      return [
        .items(
          first: first.map { numbers(ofEach: $0, under: place) } ?? [],
          rest: number(of: value, under: place)
        )
      ]
    }
    if dialect.draft == .draft2020 {
      refuse(
        value,
        "expected one schema for all elements in `items`; a list of schemas is `prefixItems`"
      )
      return []
    }
    var first: [Int] = []
    for element in value.elements { first.append(number(of: element, under: place)) }
    let rest = schema["additionalItems"].map { number(of: $0, under: place) }
    return [.items(first: first, rest: rest)]
  }

  private mutating func contains(
    _ value: TypedValue,
    of schema: TypedValue,
    at place: SchemaIndex.Place,
    _ dialect: SchemaDialect
  ) -> JSONSchema.Keyword {
    var contains = JSONSchema.Contains(
      schema: number(of: value, under: place),
      marks: dialect.draft == .draft2020
    )
    if dialect.draft > .draft7, dialect.asserts {
      contains.least = schema.member("minContains").flatMap { count($0) } ?? 1
      contains.most = schema.member("maxContains").flatMap { count($0) }
    }
    return .contains(contains)
  }

  private mutating func properties(
    of schema: TypedValue,
    at place: SchemaIndex.Place
  ) -> JSONSchema.Properties? {
    var properties = JSONSchema.Properties()
    for member in schema.member("properties").map({ members(of: $0) }) ?? [] {
      properties.named[member.key] = number(of: member.value, under: place)
    }
    for member in schema.member("patternProperties").map({ members(of: $0) }) ?? [] {
      let schema = number(of: member.value, under: place)
      guard let pattern = pattern(member.key, at: member.keyRange) else { continue }
      properties.patterns.append((pattern, schema))
    }
    if let additional = schema["additionalProperties"] {
      properties.additional = number(of: additional, under: place)
    }
    let isEmpty = properties.named.isEmpty && properties.patterns.isEmpty
    return isEmpty && properties.additional == nil ? nil : properties
  }

  private mutating func dependencies(
    _ member: TypedValue.Member,
    at place: SchemaIndex.Place
  ) -> [JSONSchema.Keyword] {
    var keywords: [JSONSchema.Keyword] = []
    for inner in members(of: member) {
      keywords.append(
        inner.value.isArray || member.key == "dependentRequired"
          ? .dependentKeys(inner.key, texts(inner))
          : .dependentSchema(inner.key, number(of: inner.value, under: place))
      )
    }
    return keywords
  }

  // MARK: Assertions

  private mutating func assertion(_ member: TypedValue.Member) -> JSONSchema.Keyword? {
    let value = member.value
    switch member.key {
    case "type": return type(value)
    case "enum":
      guard value.isArray else {
        refuse(value, "expected a list of values for `enum`")
        return nil
      }
      return .enumeration(value.elements)
    case "const": return .enumeration([value])
    case "pattern":
      guard let text = value.string else {
        refuse(value, "expected a regular expression for `pattern`")
        return nil
      }
      return pattern(text, at: value.range).map { .pattern($0) }
    case "required": return .required(texts(member))
    case "uniqueItems": return value.bool == true ? .uniqueItems : nil
    default: break
    }
    if let make = Self.limits[member.key] {
      guard let number = value.number, make.least.map({ number > $0 }) ?? true else {
        refuse(value, "expected a number\(make.least == nil ? "" : " above 0") for `\(member.key)`")
        return nil
      }
      return make.keyword(number)
    }
    return Self.counts[member.key].flatMap { make in count(member).map(make) }
  }

  private static let limits:
    [String: (least: Double?, keyword: @Sendable (Double) -> JSONSchema.Keyword)] = [
      "minimum": (nil, { .minimum($0) }), "maximum": (nil, { .maximum($0) }),
      "exclusiveMinimum": (nil, { .exclusiveMinimum($0) }),
      "exclusiveMaximum": (nil, { .exclusiveMaximum($0) }),
      "multipleOf": (0, { .multipleOf($0) }),
    ]

  private static let counts: [String: @Sendable (Int) -> JSONSchema.Keyword] = [
    "minLength": { .minLength($0) }, "maxLength": { .maxLength($0) },
    "minItems": { .minItems($0) }, "maxItems": { .maxItems($0) },
    "minProperties": { .minProperties($0) }, "maxProperties": { .maxProperties($0) },
  ]

  private mutating func type(_ value: TypedValue) -> JSONSchema.Keyword? {
    let names = value.isArray ? value.elements : [value]
    var kinds: [TypedValue.Kind] = []
    for name in names {
      if let kind = name.string.flatMap(TypedValue.Kind.init) {
        kinds.append(kind)
      } else {
        let all = TypedValue.Kind.allCases.map(\.rawValue)
        report(
          name.range,
          "expected a type: \(all.map { "`\($0)`" }.joined(separator: ", "))",
          suggestions: NameIndex(all).nearest(to: name.string ?? "")
        )
      }
    }
    return kinds.count == names.count ? .type(kinds) : nil
  }

  private mutating func format(_ value: TypedValue) -> [JSONSchema.Keyword] {
    guard let name = value.string else {
      refuse(value, "expected the name of a format for `format`")
      return []
    }
    return [.format(name)]
  }

  private mutating func count(_ member: TypedValue.Member) -> Int? {
    if let number = member.value.number, number >= 0, number.rounded() == number {
      return Int(exactly: number) ?? Int.max
    }
    refuse(member.value, "expected a whole number of at least 0 for `\(member.key)`")
    return nil
  }

  private mutating func texts(_ member: TypedValue.Member) -> [String] {
    let texts = member.value.elements.compactMap(\.string)
    if !member.value.isArray || texts.count != member.value.elements.count {
      refuse(member.value, "expected a list of keys for `\(member.key)`")
    }
    return texts
  }

  private mutating func pattern(_ text: String, at range: Range<Int>) -> Pattern? {
    if let pattern = Pattern(text) { return pattern }
    report(range, "`\(text)` is not a regular expression of ECMAScript")
    return nil
  }
}
