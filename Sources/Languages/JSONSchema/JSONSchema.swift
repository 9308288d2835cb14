internal import Text

/// A JSON Schema, compiled once: its parts in one array, references as places in it.
package struct JSONSchema: Sendable {
  /// The schema that everything fits.
  package static let everything = JSONSchema(nodes: [Node()])

  /// The parts; the first is the schema itself.
  let nodes: [Node]
  /// The nodes that a `$dynamicRef` may mean: for each name, by the resource that has it.
  var dynamicAnchors: [[Int: Int]] = []

  /// Whether evaluation has to remember through which resources it came.
  var isDynamic: Bool { !dynamicAnchors.isEmpty }

  /// A schema or subschema.
  struct Node: Sendable {
    /// What it asserts, in the order in which failures are reported; `unevaluated…` stand last.
    var keywords: [Keyword] = []
    /// The schema resource (what has an `$id` of its own) to which it belongs.
    var resource = 0
    /// What `type` allows; nothing where it says nothing.
    var kinds: [TypedValue.Kind]?
    /// Whether one of the keywords is `unevaluatedItems` or `unevaluatedProperties`.
    var tracksEvaluation = false
    /// Whether `deprecated: true` stands in it, and the words beside that.
    var deprecation: Deprecation?
  }

  /// That a schema is deprecated.
  package struct Deprecation: Sendable, Hashable {
    /// `deprecationMessage` or `description`; empty where there is none.
    package var reason: String
  }

  /// One assertion; numbers of schemas are places in ``JSONSchema/nodes``.
  enum Keyword: Sendable {
    case never
    case reference(Int)
    /// The place of the name in ``JSONSchema/dynamicAnchors``, and what is meant outside of them.
    case dynamicReference(anchor: Int, otherwise: Int)
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
    case contains(Contains)
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
    case unevaluatedItems(Int)
    case unevaluatedProperties(Int)
  }

  /// What `contains`, `minContains` and `maxContains` say together.
  struct Contains: Sendable {
    var schema: Int
    var least = 1
    var most: Int?
    /// Whether what fits counts as evaluated (from 2020-12).
    var marks: Bool
  }

  /// What `properties`, `patternProperties` and `additionalProperties` say together.
  struct Properties: Sendable {
    var named: [String: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
  }
}

extension JSONSchema {
  /// Whether nothing at all fits a node.
  func isNever(_ node: Int) -> Bool {
    if case .never? = nodes[node].keywords.first { true } else { false }
  }

  /// The keys that a node requires, where that is all it asserts.
  func requiredKeys(_ node: Int) -> [String]? {
    guard nodes[node].keywords.count == 1, case .required(let keys) = nodes[node].keywords[0] else {
      return nil
    }
    return keys
  }

  /// Returns the keys that a node names for the object it is held against, in its own properties and
  /// in those of every schema that applies to the same object; sorted.
  func knownKeys(_ node: Int) -> [String] {
    var keys: Set<String> = []
    var seen: Set<Int> = []
    var open = [node]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      for keyword in nodes[next].keywords {
        if case .properties(let properties) = keyword { keys.formUnion(properties.knownKeys) }
        open += keyword.inPlace(in: self)
      }
    }
    return keys.sorted()
  }
}

extension JSONSchema.Properties {
  /// The keys that are named, and those that a pattern spells out as in `^(one|other)$`.
  var knownKeys: [String] {
    named.keys.sorted() + patterns.flatMap { $0.pattern.alternatives ?? [] }
  }
}

extension JSONSchema.Keyword {
  /// The schemas that the keyword applies to the same value, not to its parts.
  func inPlace(in schema: JSONSchema) -> [Int] {
    switch self {
    case .reference(let target): [target]
    case .dynamicReference(let anchor, let otherwise):
      schema.dynamicAnchors[anchor].values.sorted() + [otherwise]
    case .all(let branches), .any(let branches), .one(let branches): branches
    case .not(let inner), .dependentSchema(_, let inner): [inner]
    case .conditional(let condition, let then, let otherwise):
      [condition] + [then, otherwise].compactMap(\.self)
    default: []
    }
  }
}
