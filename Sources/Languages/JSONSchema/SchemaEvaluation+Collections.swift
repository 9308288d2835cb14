internal import Text

extension SchemaEvaluation {
  // MARK: Arrays

  mutating func apply(
    _ keyword: JSONSchema.Keyword,
    to elements: [TypedValue],
    of value: TypedValue
  ) -> Bool {
    switch keyword {
    case .items(let first, let rest):
      var fits = true
      for (index, element) in elements.enumerated() {
        guard let number = index < first.count ? first[index] : rest else { break }
        mark(index)
        guard !checkPart(element, against: number) else { continue }
        fits = false
        if !collects { return false }
      }
      return fits
    case .contains(let contains): return holds(contains, elements, of: value)
    case .minItems(let least) where elements.count < least:
      return fail(.bound("at least \(least.counted("element"))", found: value), value)
    case .maxItems(let most) where elements.count > most:
      return fail(.bound("at most \(most.counted("element"))", found: value), value)
    case .uniqueItems: return areUnique(elements)
    case .unevaluatedItems(let number):
      var fits = true
      for (index, element) in elements.enumerated() where !isMarked(index) {
        mark(index)
        guard !checkPart(element, against: number) else { continue }
        fits = false
        if !collects { return false }
      }
      return fits
    default: return true
    }
  }

  private mutating func holds(
    _ contains: JSONSchema.Contains,
    _ elements: [TypedValue],
    of value: TypedValue
  ) -> Bool {
    var count = 0
    for (index, element) in elements.enumerated() where fitsPart(element, contains.schema) {
      count += 1
      if contains.marks { mark(index) }
    }
    if count < contains.least { return fail(.containsFew(contains.least), value) }
    if let most = contains.most, count > most { return fail(.containsMany(most), value) }
    return true
  }

  private mutating func areUnique(_ elements: [TypedValue]) -> Bool {
    var fits = true
    var first: [TypedValue: Int] = [:]
    for (index, element) in elements.enumerated() {
      guard let earlier = first.updateValue(index, forKey: element) else { continue }
      first[element] = earlier
      fits = fail(.twice(elements[earlier].range), at: element.range, inside: true)
      if !collects { return false }
    }
    return fits
  }

  // MARK: Objects

  mutating func apply(
    _ keyword: JSONSchema.Keyword,
    of number: Int,
    to members: [TypedValue.Member],
    of value: TypedValue
  ) -> Bool {
    switch keyword {
    case .properties(let properties): return fit(members, properties)
    case .required(let keys):
      var fits = true
      for key in keys where !members.contains(where: { $0.key == key && !isUnset($0.value) }) {
        fits = fail(.missingKey(key), value)
        if !collects { return false }
      }
      return fits
    case .propertyNames(let inner):
      var fits = true
      for member in members {
        let name = TypedValue(.string(member.key), at: member.keyRange)
        guard !checkPart(name, against: inner) else { continue }
        fits = false
        if !collects { return false }
      }
      return fits
    case .minProperties(let least) where members.count < least:
      return fail(.bound("at least \(least.counted("key"))", found: value), value)
    case .maxProperties(let most) where members.count > most:
      return fail(.bound("at most \(most.counted("key"))", found: value), value)
    case .dependentKeys(let key, let partners) where value.member(key) != nil:
      var fits = true
      for partner in partners where value.member(partner) == nil {
        fits = fail(.missingPartner(partner, of: key), value)
      }
      return fits
    case .dependentSchema(let key, let inner) where value.member(key) != nil:
      return check(value, against: inner)
    case .unevaluatedProperties(let inner):
      let schema = schema
      var fits = true
      for (index, member) in members.enumerated() where !isMarked(index) {
        mark(index)
        guard !fitsOther(member, inner, known: schema.knownKeys(number)) else { continue }
        fits = false
        if !collects { return false }
      }
      return fits
    default: return true
    }
  }

  private mutating func fit(
    _ members: [TypedValue.Member],
    _ properties: JSONSchema.Properties
  ) -> Bool {
    var fits = true
    for (index, member) in members.enumerated() {
      var isKnown = false
      var fitsMember = true
      if let number = properties.named[member.key] {
        isKnown = true
        fitsMember = isUnset(member.value) || checkPart(member.value, against: number)
      }
      for (pattern, number) in properties.patterns where pattern.occurs(in: member.key) {
        isKnown = true
        if !isUnset(member.value), !checkPart(member.value, against: number) { fitsMember = false }
      }
      if !isKnown, let additional = properties.additional {
        isKnown = true
        fitsMember = fitsOther(member, additional, known: properties.knownKeys.sorted())
      }
      if isKnown { mark(index) }
      guard !fitsMember else { continue }
      fits = false
      if !collects { return false }
    }
    return fits
  }

  /// Holds a member that no schema names against the schema of the others.
  private mutating func fitsOther(
    _ member: TypedValue.Member,
    _ number: Int,
    known: @autoclosure () -> [String]
  ) -> Bool {
    guard schema.isNever(number) else {
      return isUnset(member.value) || checkPart(member.value, against: number)
    }
    return fail(.unknownKey(member.key, known: known()), at: member.keyRange, inside: true)
  }
}
