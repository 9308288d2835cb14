internal import Patterns

/// Holds values against a schema.
struct SchemaValidator: Sendable {
  private let schema: JSONSchema
  let assertsFormats: Bool

  /// How far schemas may refer to each other without a way out.
  private static let deepest = 600

  /// Creates a validator.
  ///
  /// - Parameters:
  ///   - schema: what values are held against.
  ///   - assertsFormats: whether `format` is an assertion; the standard leaves it open.
  init(_ schema: JSONSchema, assertsFormats: Bool = true) {
    self.schema = schema
    self.assertsFormats = assertsFormats
  }

  /// Returns every failure of a value, choices between schemas still in all their branches.
  func failures(of value: TypedValue) -> [SchemaFailure] {
    check(value, against: 0, Way(depth: 0, steps: 0))
  }

  /// How far a check has come.
  private struct Way {
    /// Collections around the value.
    var depth: Int
    /// Schemas on the way.
    var steps: Int

    var inner: Way { Way(depth: depth + 1, steps: steps + 1) }
    var next: Way { Way(depth: depth, steps: steps + 1) }
  }

  private func check(_ value: TypedValue, against node: Int, _ way: Way) -> [SchemaFailure] {
    guard way.steps < Self.deepest else { return [] }
    var failures: [SchemaFailure] = []
    for keyword in schema.nodes[node].keywords {
      switch keyword {
      case .reference(let target): failures += check(value, against: target, way.next)
      case .all(let branches):
        for branch in branches { failures += check(value, against: branch, way.next) }
      case .any(let branches), .one(let branches):
        failures += choose(value, branches, of: keyword, way)
      case .not(let inner):
        if fits(value, inner, way) { failures.append(failure(.excluded, value, way)) }
      case .conditional(let condition, let then, let otherwise):
        if let branch = fits(value, condition, way) ? then : otherwise {
          failures += check(value, against: branch, way.next)
        }
      case .items, .contains, .minItems, .maxItems, .uniqueItems:
        if case .array(let elements) = value.content {
          failures += check(elements, of: value, keyword, way)
        }
      case .properties, .required, .propertyNames, .minProperties, .maxProperties, .dependentKeys,
        .dependentSchema:
        if case .object(let members) = value.content {
          failures += check(members, of: value, keyword, way)
        }
      default:
        if let reason = reason(value, keyword) { failures.append(failure(reason, value, way)) }
      }
    }
    return failures
  }

  private func fits(_ value: TypedValue, _ node: Int, _ way: Way) -> Bool {
    check(value, against: node, way.next).isEmpty
  }

  private func failure(
    _ reason: SchemaFailure.Reason,
    _ value: TypedValue,
    _ way: Way
  ) -> SchemaFailure {
    SchemaFailure(reason: reason, range: value.range, depth: way.depth)
  }

  private func choose(
    _ value: TypedValue,
    _ branches: [Int],
    of keyword: JSONSchema.Keyword,
    _ way: Way
  ) -> [SchemaFailure] {
    var failed: [[SchemaFailure]] = []
    var fitting = 0
    for branch in branches {
      let failures = check(value, against: branch, way.next)
      if failures.isEmpty { fitting += 1 } else { failed.append(failures) }
    }
    if fitting == 0 { return [failure(.alternatives(failed), value, way)] }
    if case .one = keyword, fitting > 1 { return [failure(.several, value, way)] }
    return []
  }

  // MARK: Arrays

  private func check(
    _ elements: [TypedValue],
    of value: TypedValue,
    _ keyword: JSONSchema.Keyword,
    _ way: Way
  ) -> [SchemaFailure] {
    switch keyword {
    case .items(let first, let rest):
      return elements.enumerated().flatMap { index, element in
        let node = index < first.count ? first[index] : rest
        return node.map { check(element, against: $0, way.inner) } ?? []
      }
    case .contains(let inner):
      return elements.contains { fits($0, inner, way.inner) }
        ? [] : [failure(.containsNone, value, way)]
    case .minItems(let least) where elements.count < least:
      return [failure(.bound("at least \(least) elements", found: value), value, way)]
    case .maxItems(let most) where elements.count > most:
      return [failure(.bound("at most \(most) elements", found: value), value, way)]
    case .uniqueItems:
      for (index, element) in elements.enumerated() {
        if let first = elements[..<index].first(where: { $0 == element }) {
          return [
            SchemaFailure(
              reason: .twice(first.range),
              range: element.range,
              depth: way.depth + 1
            )
          ]
        }
      }
      return []
    default: return []
    }
  }

  // MARK: Objects

  private func check(
    _ members: [TypedValue.Member],
    of value: TypedValue,
    _ keyword: JSONSchema.Keyword,
    _ way: Way
  ) -> [SchemaFailure] {
    switch keyword {
    case .properties(let properties):
      return members.flatMap { check($0, properties, way.inner) }
    case .required(let keys):
      return keys.filter { value.member($0) == nil }.map {
        failure(.missingKey($0), value, way)
      }
    case .propertyNames(let inner):
      return members.flatMap {
        check(TypedValue(.string($0.key), at: $0.keyRange), against: inner, way.inner)
      }
    case .minProperties(let least) where members.count < least:
      return [failure(.bound("at least \(least) keys", found: value), value, way)]
    case .maxProperties(let most) where members.count > most:
      return [failure(.bound("at most \(most) keys", found: value), value, way)]
    case .dependentKeys(let key, let partners) where value.member(key) != nil:
      return partners.filter { value.member($0) == nil }.map {
        failure(.missingPartner($0, of: key), value, way)
      }
    case .dependentSchema(let key, let inner) where value.member(key) != nil:
      return check(value, against: inner, way.next)
    default: return []
    }
  }

  private func check(
    _ member: TypedValue.Member,
    _ properties: JSONSchema.Properties,
    _ way: Way
  ) -> [SchemaFailure] {
    var failures: [SchemaFailure] = []
    var isKnown = false
    if let node = properties.named[member.key] {
      isKnown = true
      failures += check(member.value, against: node, way)
    }
    for (pattern, node) in properties.patterns where pattern.occurs(in: member.key) {
      isKnown = true
      failures += check(member.value, against: node, way)
    }
    guard !isKnown, let additional = properties.additional else { return failures }
    guard properties.isClosed else { return check(member.value, against: additional, way) }
    let known = properties.named.keys.sorted()
    return [
      SchemaFailure(
        reason: .unknownKey(member.key, known: known),
        range: member.keyRange,
        depth: way.depth
      )
    ]
  }
}
