internal import Diagnostics

extension SchemaCompiler {
  /// Reports a `$schema` that is not read, and what the draft takes for no keyword though it looks
  /// like one: it would pass unchecked.
  mutating func checkNames(of schema: TypedValue, _ dialect: SchemaDialect) {
    if let member = schema.member("$schema") {
      guard let uri = member.value.string, index.dialect(named: uri) != nil else {
        return report(
          member.value.range,
          "expected draft-07 or 2020-12 for `$schema`, found `\(member.value.shown)`",
          suggestions: ["https://json-schema.org/draft/2020-12/schema"]
        )
      }
    }
    if dialect.draft == .draft7, schema["$ref"] != nil {
      for member in schema.members where Self.assertions.contains(member.key) {
        report(member.keyRange, "draft-07 ignores `\(member.key)` beside `$ref`", isWarning: true)
      }
      return
    }
    for member in schema.members { checkName(member, dialect) }
  }

  private mutating func checkName(_ member: TypedValue.Member, _ dialect: SchemaDialect) {
    let key = member.key
    if let (drafts, name) = Self.drafts[key] {
      guard !drafts.contains(dialect.draft) else { return }
      return report(
        member.keyRange,
        "`\(key)` is a keyword of \(name), which `$schema` does not name",
        isWarning: true
      )
    }
    guard !Self.known.contains(key),
      let near = NameIndex(Self.known.sorted()).nearest(to: key).first,
      abs(near.utf8.count - key.utf8.count) < 3
    else { return }
    report(
      member.keyRange,
      "unknown keyword `\(key)`",
      suggestions: [near],
      isWarning: true
    )
  }

  private static let drafts: [String: (drafts: [SchemaDialect.Draft], name: String)] = [
    "additionalItems": ([.draft7, .draft2019], "draft-07"),
    "$recursiveRef": ([.draft2019], "2019-09"),
    "$recursiveAnchor": ([.draft2019], "2019-09"),
    "$anchor": ([.draft2019, .draft2020], "2020-12"),
    "$dynamicRef": ([.draft2020], "2020-12"), "$dynamicAnchor": ([.draft2020], "2020-12"),
    "prefixItems": ([.draft2020], "2020-12"),
    "minContains": ([.draft2019, .draft2020], "2020-12"),
    "maxContains": ([.draft2019, .draft2020], "2020-12"),
    "dependentRequired": ([.draft2019, .draft2020], "2020-12"),
    "dependentSchemas": ([.draft2019, .draft2020], "2020-12"),
    "unevaluatedItems": ([.draft2019, .draft2020], "2020-12"),
    "unevaluatedProperties": ([.draft2019, .draft2020], "2020-12"),
  ]

  private static let assertions: Set<String> = [
    "additionalProperties", "allOf", "anyOf", "const", "contains", "dependencies", "else", "enum",
    "exclusiveMaximum", "exclusiveMinimum", "format", "if", "items", "maxItems", "maxLength",
    "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf",
    "not", "oneOf", "pattern", "patternProperties", "properties", "propertyNames", "required",
    "then", "type", "uniqueItems",
  ]

  private static let known = assertions.union(drafts.keys).union([
    "$comment", "$defs", "$id", "$ref", "$schema", "$vocabulary", "contentEncoding",
    "contentMediaType", "contentSchema", "default", "definitions", "deprecated",
    "deprecationMessage", "description", "examples", "readOnly", "title", "writeOnly",
  ])
}
