internal import Patterns

/// A JSON Schema, compiled once: its parts in one array, references as places in it.
struct JSONSchema: Sendable {
  /// The parts; the first is the schema itself.
  let nodes: [Node]

  /// A schema or subschema.
  struct Node: Sendable {
    /// What it asserts, in the order in which failures are reported.
    var keywords: [Keyword] = []
    /// Whether `deprecated: true` stands in it.
    var isDeprecated = false
  }

  /// One assertion; numbers of schemas are places in ``JSONSchema/nodes``.
  enum Keyword: Sendable {
    case never
    case reference(Int)
    case type([TypedValue.Kind])
    case enumeration([TypedValue])
    case minimum(Double)
    case maximum(Double)
    case exclusiveMinimum(Double)
    case exclusiveMaximum(Double)
    case multipleOf(Double)
    case minLength(Int)
    case maxLength(Int)
    case pattern(Pattern)
    case format(String)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case items(first: [Int], rest: Int?)
    case contains(Int)
    case minProperties(Int)
    case maxProperties(Int)
    case required([String])
    case propertyNames(Int)
    case properties(Properties)
    case dependentKeys(String, [String])
    case dependentSchema(String, Int)
    case all([Int])
    case any([Int])
    case one([Int])
    case not(Int)
    case conditional(Int, then: Int?, otherwise: Int?)
  }

  /// What `properties`, `patternProperties` and `additionalProperties` say together.
  struct Properties: Sendable {
    var named: [String: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
    /// Whether other keys than those are refused.
    var isClosed = false
  }
}
