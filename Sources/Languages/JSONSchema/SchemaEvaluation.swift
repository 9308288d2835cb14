/// One run of a schema over a value.
struct SchemaEvaluation {
  let schema: JSONSchema
  let assertsFormats: Bool
  /// Whether the type of a field decides what a scalar without quotes is.
  let inFields: Bool
  /// Whether the value at hand may have several forms: such a field looks at the scalar itself.
  private var isChoice = false
  /// Whether every failure is wanted; otherwise the first ends the run.
  private(set) var collects: Bool
  private(set) var failures: [SchemaFailure] = []
  private(set) var deprecated: [(range: Range<Int>, deprecation: JSONSchema.Deprecation)] = []
  /// Which parts of the value at hand a schema has been applied to; nothing where nobody asks.
  private var evaluated: [Bool]?
  /// The resources through which the run came, the outermost first.
  private var resources: [Int] = []
  /// Collections around the value at hand.
  private var depth = 0
  /// Schemas around the one at hand.
  private var steps = 0
  /// Schemas that have been applied so far.
  private var work = 0
  /// Whether the schema asks for more than that; nothing that came of the run counts then.
  private(set) var hasGivenUp = false

  /// How far schemas may lie in each other, and how many may be applied to one value.
  private static let deepest = 900
  private static let most = 2_000_000

  init(_ validator: SchemaValidator, inFields: Bool, collects: Bool) {
    schema = validator.schema
    assertsFormats = validator.assertsFormats
    self.inFields = inFields
    self.collects = collects
  }

  /// Returns whether a value fits a schema, and takes down why not.
  mutating func check(_ written: TypedValue, against number: Int) -> Bool {
    steps += 1
    work += 1
    defer { steps -= 1 }
    guard steps < Self.deepest, work < Self.most, !hasGivenUp else {
      hasGivenUp = true
      return false
    }
    let node = schema.nodes[number]
    let value = inFields && !isChoice ? written.decoded(as: node.kinds) : written
    let entersResource = schema.isDynamic && resources.last != node.resource
    if entersResource { resources.append(node.resource) }
    defer { if entersResource { resources.removeLast() } }
    let outer = evaluated
    if node.tracksEvaluation {
      evaluated = Array(repeating: false, count: value.members.count + value.elements.count)
    }
    var fits = true
    for keyword in node.keywords where !apply(keyword, of: number, to: value) {
      fits = false
      if !collects { break }
    }
    if node.tracksEvaluation {
      evaluated = outer.map { outer in zip(outer, evaluated ?? outer).map { $0 || $1 } }
    }
    if fits, let deprecation = node.deprecation { deprecated.append((value.range, deprecation)) }
    return fits
  }

  private mutating func apply(
    _ keyword: JSONSchema.Keyword,
    of number: Int,
    to value: TypedValue
  ) -> Bool {
    switch keyword {
    case .reference(let target): return check(value, against: target)
    case .dynamicReference(let anchor, let otherwise):
      let anchors = schema.dynamicAnchors[anchor]
      let target = resources.lazy.compactMap { anchors[$0] }.first
      return check(value, against: target ?? otherwise)
    case .all(let branches):
      var fits = true
      for branch in branches where !check(value, against: branch) {
        fits = false
        if !collects { return false }
      }
      return fits
    case .any(let branches): return choose(among: branches, isExclusive: false, value)
    case .one(let branches): return choose(among: branches, isExclusive: true, value)
    case .not(let inner): return exclude(inner, value)
    case .conditional(let condition, let then, let otherwise):
      guard let branch = fits(value, condition) ? then : otherwise else { return true }
      return check(value, against: branch)
    case .items, .contains, .minItems, .maxItems, .uniqueItems, .unevaluatedItems:
      guard case .array(let elements) = value.content else { return true }
      return apply(keyword, to: elements, of: value)
    case .properties, .required, .propertyNames, .minProperties, .maxProperties, .dependentKeys,
      .dependentSchema, .unevaluatedProperties:
      guard case .object(let members) = value.content else { return true }
      return apply(keyword, of: number, to: members, of: value)
    default:
      return fits(value, keyword)
    }
  }

  // MARK: Choices

  /// Whether a value fits, without a word and without a trace where it does not.
  mutating func fits(_ value: TypedValue, _ number: Int) -> Bool {
    let (outerCollects, outerEvaluated, count) = (collects, evaluated, deprecated.count)
    collects = false
    defer { collects = outerCollects }
    if check(value, against: number) { return true }
    evaluated = outerEvaluated
    deprecated.removeSubrange(count...)
    return false
  }

  private mutating func choose(
    among branches: [Int],
    isExclusive: Bool,
    _ value: TypedValue
  ) -> Bool {
    let outer = isChoice
    isChoice = true
    defer { isChoice = outer }
    var fitting: [Int] = []
    let wantsAll = isExclusive || evaluated != nil
    for branch in branches where fits(value, branch) {
      fitting.append(branch)
      if !wantsAll { return true }
      if isExclusive, fitting.count > 1 { break }
    }
    if fitting.isEmpty {
      guard collects else { return false }
      let failed = failures(of: value, inEach: branches)
      return fail(.alternatives(failed), value)
    }
    guard isExclusive, fitting.count > 1 else { return true }
    let keys = fitting.map { schema.requiredKeys($0) }
    return fail(.several(keys.compactMap(\.self).flatMap(\.self)), value)
  }

  private mutating func failures(
    of value: TypedValue,
    inEach branches: [Int]
  ) -> [[SchemaFailure]] {
    let outer = failures
    defer { failures = outer }
    return branches.map { branch in
      failures = []
      let count = deprecated.count
      _ = check(value, against: branch)
      deprecated.removeSubrange(count...)
      return failures
    }
  }

  private mutating func exclude(_ inner: Int, _ value: TypedValue) -> Bool {
    let (outer, count) = (evaluated, deprecated.count)
    let isExcluded = fits(value, inner)
    evaluated = outer
    deprecated.removeSubrange(count...)
    guard isExcluded else { return true }
    let keys = schema.requiredKeys(inner) ?? []
    return fail(.excluded(keys), value)
  }

  // MARK: Parts

  /// Whether a value is none: a key without one leaves its field as it is.
  func isUnset(_ value: TypedValue) -> Bool { inFields && value.kind == .null }

  /// Holds a part of a value against a schema; what is evaluated in it is nothing to the whole.
  mutating func checkPart(_ part: TypedValue, against number: Int) -> Bool {
    inPart { $0.check(part, against: number) }
  }

  /// Whether a part of a value fits, without a word.
  mutating func fitsPart(_ part: TypedValue, _ number: Int) -> Bool {
    inPart { $0.fits(part, number) }
  }

  private mutating func inPart(_ body: (inout SchemaEvaluation) -> Bool) -> Bool {
    let outer = (evaluated: evaluated, isChoice: isChoice)
    evaluated = nil
    isChoice = false
    depth += 1
    defer {
      depth -= 1
      evaluated = outer.evaluated
      isChoice = outer.isChoice
    }
    return body(&self)
  }

  /// Takes down that a part has been evaluated.
  mutating func mark(_ index: Int) { evaluated?[index] = true }

  /// Whether a part has been evaluated.
  func isMarked(_ index: Int) -> Bool { evaluated?[index] ?? false }

  // MARK: Failures

  /// Takes a failure down where they are wanted; always returns false.
  mutating func fail(
    _ reason: @autoclosure () -> SchemaFailure.Reason,
    _ value: TypedValue
  ) -> Bool {
    fail(reason(), at: value.range, inside: false)
  }

  mutating func fail(
    _ reason: @autoclosure () -> SchemaFailure.Reason,
    at range: Range<Int>,
    inside: Bool
  ) -> Bool {
    guard collects else { return false }
    failures.append(
      SchemaFailure(reason: reason(), range: range, depth: inside ? depth + 1 : depth)
    )
    return false
  }

  private mutating func fits(_ value: TypedValue, _ keyword: JSONSchema.Keyword) -> Bool {
    guard let reason = reason(value, keyword) else { return true }
    return fail(reason, value)
  }
}
