/// One way in which a value does not fit a schema.
struct SchemaFailure: Sendable {
  var reason: Reason
  /// In bytes of the snippet: of the value, or of the key where the key is wrong.
  var range: Range<Int>
  /// How many collections stand around the place, from 0 at the root.
  var depth: Int

  indirect enum Reason: Sendable {
    /// A schema that nothing fits.
    case never
    case type([TypedValue.Kind], found: TypedValue)
    case notAmong([TypedValue], found: TypedValue)
    /// Beyond a bound; in words, such as `at least 20`.
    case bound(String, found: TypedValue)
    case pattern(String, found: TypedValue)
    case format(String, found: TypedValue)
    /// Not unique; the place of the first of the two.
    case twice(Range<Int>)
    case containsNone
    /// With the names that the schema knows there.
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// One of several keys has to be there, and none is.
    case missingOne([String])
    /// A key that another key asks for.
    case missingPartner(String, of: String)
    /// None of several schemas fits; what fails in each.
    case alternatives([[SchemaFailure]])
    /// More than one of several schemas fits, and one alone may.
    case several
    /// What must not fit does.
    case excluded
  }

  /// Returns the failures with each choice between schemas reduced to the branch that was meant.
  ///
  /// Branches for another type than the value's are not what the author wrote; of the others the
  /// one that fits deepest is.
  static func reduced(_ failures: [SchemaFailure]) -> [SchemaFailure] {
    failures.flatMap { failure -> [SchemaFailure] in
      guard case .alternatives(let branches) = failure.reason else { return [failure] }
      let readable = branches.map(reduced)
      if let keys = missingKeys(readable), keys.count > 1 {
        var one = failure
        one.reason = .missingOne(keys)
        return [one]
      }
      let typed = readable.filter { branch in
        !branch.contains { inner in
          if case .type = inner.reason { return inner.range == failure.range }
          return false
        }
      }
      if let best = typed.max(by: { score($0) < score($1) }) { return best }
      return [union(readable, of: failure)]
    }
  }

  /// The keys, where all that each branch lacks is one of them.
  private static func missingKeys(_ branches: [[SchemaFailure]]) -> [String]? {
    var keys: [String] = []
    for branch in branches {
      guard branch.count == 1, case .missingKey(let key) = branch[0].reason else { return nil }
      keys.append(key)
    }
    return keys
  }

  /// How well a branch fits: the depth of its failures, then how few they are.
  private static func score(_ branch: [SchemaFailure]) -> (Int, Int) {
    (branch.map(\.depth).min() ?? .max, -branch.count)
  }

  /// All branches want other types: one failure that names them all.
  private static func union(
    _ branches: [[SchemaFailure]],
    of failure: SchemaFailure
  ) -> SchemaFailure {
    var kinds: [TypedValue.Kind] = []
    var result = failure
    for case .type(let wanted, let found) in branches.joined().map(\.reason) {
      kinds += wanted.filter { !kinds.contains($0) }
      result.reason = .type(kinds, found: found)
    }
    return result
  }

  /// Returns the failures without those about the text of a variable, whose value is not known.
  static func withoutVariables(_ failures: [SchemaFailure]) -> [SchemaFailure] {
    failures.compactMap { failure in
      var failure = failure
      switch failure.reason {
      case .pattern(_, let found), .format(_, let found), .notAmong(_, let found):
        return found.string?.contains("$") == true ? nil : failure
      case .type(let kinds, let found):
        let isCast = !Set(kinds).isDisjoint(with: [.boolean, .integer, .number])
        return isCast && found.string?.contains("$") == true ? nil : failure
      case .alternatives(let branches):
        let rest = branches.map(withoutVariables)
        if rest.contains(where: \.isEmpty) { return nil }
        failure.reason = .alternatives(rest)
        return failure
      default: return failure
      }
    }
  }
}
