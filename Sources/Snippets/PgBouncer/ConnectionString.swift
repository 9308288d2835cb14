internal import Diagnostics
internal import Languages
internal import Text

/// `key=value` pairs with blanks between them, as PgBouncer reads its databases (`src/loader.c`, 1.25).
enum ConnectionString {
  struct Pair: Sendable {
    var key: String
    var keyRange: Range<Int>
    /// Without its quotes.
    var value: String
    var range: Range<Int>
  }

  /// Reads the pairs of a part of a text.
  ///
  /// - Returns: the pairs up to the first mistake, and that mistake.
  static func read(_ text: [UInt8], _ range: Range<Int>) -> Outcome<[Pair]> {
    var result = Outcome<[Pair]>([])
    var index = range.lowerBound
    while true {
      skipBlanks(text, &index, range.upperBound)
      guard index < range.upperBound else { return result }
      let start = index
      while index < range.upperBound, text[index] != UInt8(ascii: "="), !text[index].isBlank {
        index += 1
      }
      let key = start..<index
      skipBlanks(text, &index, range.upperBound)
      guard index < range.upperBound, text[index] == UInt8(ascii: "="), !key.isEmpty else {
        let place = key.isEmpty ? start..<(start + 1) : key
        result.diagnostics.append(.wrongConnection("expected a pair such as `key=value`", place))
        return result
      }
      index += 1
      skipBlanks(text, &index, range.upperBound)
      guard let (value, place) = readValue(text, &index, range.upperBound) else {
        result.diagnostics.append(
          .wrongConnection("missing closing `'` in the value of `\(text[key].text)`", key)
        )
        return result
      }
      guard !place.isEmpty else {
        result.diagnostics.append(.wrongConnection("missing value for `\(text[key].text)`", key))
        return result
      }
      result.value.append(
        Pair(key: text[key].text, keyRange: key, value: value, range: place)
      )
    }
  }

  private static func skipBlanks(_ text: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, text[index].isBlank { index += 1 }
  }

  /// Reads a value; in quotes a doubled quote is one.
  ///
  /// - Returns: nothing where the closing quote is missing.
  private static func readValue(
    _ text: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) -> (String, Range<Int>)? {
    let start = index
    let quote = UInt8(ascii: "'")
    guard index < end, text[index] == quote else {
      while index < end, !text[index].isBlank { index += 1 }
      return (text[start..<index].text, start..<index)
    }
    index += 1
    var bytes: [UInt8] = []
    while index < end {
      if text[index] == quote {
        index += 1
        guard index < end, text[index] == quote else { return (bytes.text, start..<index) }
      }
      bytes.append(text[index])
      index += 1
    }
    return nil
  }
}
