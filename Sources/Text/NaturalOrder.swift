/// The order in which people list names: numbers in them count by their value, the rest by its bytes.
package enum NaturalOrder {
  /// Whether a name comes before another: `2-b` before `10-a`.
  package static func precedes(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    var (one, other) = (Array(left.utf8)[...], Array(right.utf8)[...])
    while let first = one.first, let second = other.first {
      if first.isDigit, second.isDigit {
        let (number, another) = (one.prefix { $0.isDigit }, other.prefix { $0.isDigit })
        let (digits, others) = (number.drop { $0 == .zero }, another.drop { $0 == .zero })
        if digits.count != others.count { return digits.count < others.count }
        if !digits.elementsEqual(others) { return digits.lexicographicallyPrecedes(others) }
        one = one.dropFirst(number.count)
        other = other.dropFirst(another.count)
      } else if first != second {
        return first < second
      } else {
        one = one.dropFirst()
        other = other.dropFirst()
      }
    }
    if one.isEmpty, other.isEmpty { return left.utf8.lexicographicallyPrecedes(right.utf8) }
    return one.isEmpty
  }
}

extension UInt8 {
  fileprivate static let zero = UInt8(ascii: "0")
}
