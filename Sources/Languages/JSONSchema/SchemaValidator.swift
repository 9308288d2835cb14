/// Holds values against a schema.
package struct SchemaValidator: Sendable {
  package let schema: JSONSchema
  /// Whether `format` is an assertion; the standard leaves it open.
  let assertsFormats: Bool

  /// What came of holding a value against a schema.
  package struct Verdict: Sendable {
    /// What does not fit, choices between schemas still in all their branches.
    package var failures: [SchemaFailure] = []
    /// The values that fit a schema that is deprecated.
    package var deprecated: [(range: Range<Int>, deprecation: JSONSchema.Deprecation)] = []
  }

  /// Creates a validator.
  ///
  /// - Parameters:
  ///   - schema: what values are held against.
  ///   - assertsFormats: whether `format` is an assertion.
  package init(_ schema: JSONSchema, assertsFormats: Bool = true) {
    self.schema = schema
    self.assertsFormats = assertsFormats
  }

  /// Returns what is wrong with a value.
  ///
  /// A sound value is held against the schema once, without a word about what fails on the way;
  /// only the others once more, for the words.
  ///
  /// - Parameters:
  ///   - value: with the place of every part.
  ///   - inFields: whether go-yaml puts the value into fields of a program, whose types decide what a
  ///     scalar without quotes is.
  /// - Returns: the failures, and what is deprecated.
  package func verdict(on value: TypedValue, inFields: Bool = false) -> Verdict {
    var quick = SchemaEvaluation(self, inFields: inFields, collects: false)
    if quick.check(value, against: 0), !quick.hasGivenUp {
      return Verdict(deprecated: quick.deprecated)
    }
    var thorough = SchemaEvaluation(self, inFields: inFields, collects: true)
    if !quick.hasGivenUp { _ = thorough.check(value, against: 0) }
    guard !quick.hasGivenUp, !thorough.hasGivenUp else {
      return Verdict(failures: [SchemaFailure(reason: .tooMuch, range: value.range, depth: 0)])
    }
    return Verdict(failures: thorough.failures, deprecated: thorough.deprecated)
  }

  /// Returns every failure of a value, choices between schemas still in all their branches.
  package func failures(of value: TypedValue) -> [SchemaFailure] { verdict(on: value).failures }
}
