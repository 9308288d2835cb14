extension Measure {
  /// Returns the result of an operator.
  ///
  /// - Parameters:
  ///   - name: `+`, `-`, `*`, `/` or `%`.
  ///   - other: the right side.
  ///   - range: of the operator, for mistakes.
  /// - Returns: the number with its unit.
  /// - Throws: an ``ExpressionMistake`` where the units differ or the result has more than 64 bits.
  func combined(
    _ name: Character,
    _ other: Measure,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Measure {
    switch name {
    case "+", "-": try requireUnit(of: other, range)
    case "*":
      guard unit == nil || other.unit == nil else {
        throw ExpressionMistake(
          "expected a number on one side of `*`, found two quantities",
          at: range
        )
      }
    default:
      guard !other.amount.isZero else { throw ExpressionMistake("division by zero", at: range) }
      if other.unit != nil { try requireUnit(of: other, range) }
    }
    guard let amount = amount.combined(name, other.amount) else { throw .tooLarge(at: range) }
    let unit = name == "/" && other.unit != nil ? nil : unit ?? other.unit
    return Measure(amount, unit, isWhole: name != "/" && isWhole && other.isWhole)
  }

  /// Throws where one measures what the other does not.
  func requireUnit(of other: Measure, _ range: Range<Int>) throws(ExpressionMistake) {
    guard unit?.isTime == other.unit?.isTime, (unit == nil) == (other.unit == nil) else {
      throw ExpressionMistake("expected one unit, found \(name) and \(other.name)", at: range)
    }
  }

  /// Returns the value.
  func binding(isOpen: Bool, _ range: Range<Int>) throws(ExpressionMistake) -> Binding {
    guard let (value, kind) = value else { throw .tooLarge(at: range) }
    return Binding(value: value, kind: kind, isOpen: isOpen)
  }
}
