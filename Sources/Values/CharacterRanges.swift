/// The characters that a text may be made of, written as in `a-z0-9_`.
struct CharacterRanges {
  /// In the order in which they are written.
  private let ranges: [ClosedRange<UInt32>]
  /// How many characters there are, those that are written twice counted twice.
  let count: Int

  /// Reads single characters and ranges; a `-` at either end means itself.
  init(_ text: String) {
    var ranges: [ClosedRange<UInt32>] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let first = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == "-", first <= scalars[index + 2] {
        ranges.append(first.value...scalars[index + 2].value)
        index += 3
      } else {
        ranges.append(first.value...first.value)
        index += 1
      }
    }
    self.ranges = ranges
    count = ranges.reduce(0) { $0 + $1.count }
  }

  /// Returns a character by its place, counted round from 0.
  subscript(_ place: Int) -> Unicode.Scalar {
    var rest = count == 0 ? 0 : place % count
    for range in ranges {
      // Between the ends of a range, surrogates are no characters.
      if rest < range.count {
        return Unicode.Scalar(range.lowerBound + UInt32(rest)) ?? "a"
      }
      rest -= range.count
    }
    return "a"
  }

  /// Whether a text has no other character.
  func contains(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in ranges.contains { $0.contains(scalar.value) } }
  }
}
