/// One way in which a value does not fit a schema.
package struct SchemaFailure: Sendable {
  package var reason: Reason
  /// In bytes of the snippet: of the value, or of the key where the key is wrong.
  package var range: Range<Int>
  /// How many collections stand around the place, from 0 at the root.
  package var depth: Int

  package indirect enum Reason: Sendable {
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
    /// Fewer elements than this number are what `contains` asks for.
    case containsFew(Int)
    case containsMany(Int)
    /// With the names that the schema knows there.
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// One of several keys has to be there, and none is.
    case missingOne([String])
    /// A key that another key asks for.
    case missingPartner(String, of: String)
    /// None of several schemas fits; what fails in each.
    case alternatives([[SchemaFailure]])
    /// More than one of several schemas fits, and one alone may; the keys that each asks for, where
    /// that is all they do.
    case several([String])
    /// What must not fit does; the keys that it asks for, where that is all it does.
    case excluded([String])
    /// The schema asks for more work than any file is worth.
    case tooMuch
  }

  /// Returns the failures without those about the text of a variable, whose value is not known.
  package static func withoutVariables(_ failures: [SchemaFailure]) -> [SchemaFailure] {
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

extension Int {
  /// The number with a noun behind it, in the plural where it takes one.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
