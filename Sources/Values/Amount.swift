/// A number that is computed and compared without rounding where it is whole.
public enum Amount: Sendable, Hashable {
  /// A whole number of 64 bits.
  case whole(Int)
  /// Any other number.
  case fraction(Double)

  /// The nearest number with a fraction.
  var double: Double {
    switch self {
    case .whole(let number): Double(number)
    case .fraction(let number): number
    }
  }

  /// Whether it is zero.
  var isZero: Bool { self == .whole(0) || double == 0 }

  /// The nearest whole number in a direction; nothing beyond 64 bits.
  func rounded(_ rule: FloatingPointRoundingRule) -> Int? {
    switch self {
    case .whole(let number): number
    case .fraction(let number): Int(exactly: number.rounded(rule))
    }
  }

  /// Returns the result of `+`, `-`, `*`, `/` or `%`; nothing beyond the range of the numbers.
  ///
  /// Whole numbers give a whole number, but for a division that leaves a rest.
  func combined(_ name: Character, _ other: Amount) -> Amount? {
    guard case .whole(let a) = self, case .whole(let b) = other else {
      let result: Double =
        switch name {
        case "+": double + other.double
        case "-": double - other.double
        case "*": double * other.double
        case "%": double.truncatingRemainder(dividingBy: other.double)
        default: double / other.double
        }
      return result.isFinite ? .fraction(result) : nil
    }
    let (result, isOver): (Int, Bool) =
      switch name {
      case "+": a.addingReportingOverflow(b)
      case "-": a.subtractingReportingOverflow(b)
      case "*": a.multipliedReportingOverflow(by: b)
      case "%": (a.remainderReportingOverflow(dividingBy: b).partialValue, false)
      default: a.dividedReportingOverflow(by: b)
      }
    if name == "/", !isOver, a.remainderReportingOverflow(dividingBy: b).partialValue != 0 {
      return .fraction(Double(a) / Double(b))
    }
    return isOver ? nil : .whole(result)
  }
}

extension Amount: Comparable {
  /// Orders by size.
  public static func < (left: Amount, right: Amount) -> Bool {
    switch (left, right) {
    case (.whole(let a), .whole(let b)): a < b
    case (.whole(let a), .fraction(let b)): compares(a, b, <)
    case (.fraction(let a), .whole(let b)): compares(b, a) { $1 < $0 }
    case (.fraction(let a), .fraction(let b)): a < b
    }
  }

  /// Whether two numbers are the same size, whole or not.
  func equals(_ other: Amount) -> Bool { !(self < other) && !(other < self) }

  private static func compares(
    _ whole: Int,
    _ fraction: Double,
    _ holds: (Double, Double) -> Bool
  ) -> Bool {
    // Where a fraction is whole, too, 64 bits tell what 53 do not.
    guard let other = Int(exactly: fraction) else { return holds(Double(whole), fraction) }
    return holds(whole < other ? -1 : whole > other ? 1 : 0, 0)
  }
}

extension Value {
  /// The number that orders the value; nothing for texts.
  public var amount: Amount? {
    switch self {
    case .int(let number): .whole(number)
    case .float(let number): .fraction(number)
    case .quantity(let quantity): .whole(quantity.amount)
    default: nil
    }
  }
}
