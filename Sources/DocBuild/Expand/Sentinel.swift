internal import Text

/// The mark of a hole: letters and digits that Markdown reads as part of a word anywhere.
///
/// Its middle letters come from a digest of all texts. No text can hold them by chance, and a
/// reference such as `&#90;` or markup between two letters cannot put a mark together that the
/// texts themselves do not show.
package struct Sentinel: Hashable, Sendable {
  /// The letters that keep the marks apart from the texts of the project.
  private let letters: [UInt8]

  private static let letterCount = 8
  private static let digitCount = 5

  /// The length of a mark in bytes.
  package static let length = letterCount + digitCount + 2

  /// The first and the last byte of each mark.
  package static let first = UInt8(ascii: "Z")

  /// How many holes a text may have.
  package static let limit = 60_000_000

  private static let alphabet = Array("qjxvwkzpbcdfghlm".utf8)
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  /// Chooses marks that occur in none of the texts.
  ///
  /// - Parameters:
  ///   - texts: where the marks are going to stand.
  ///   - digest: of the texts, in hexadecimal digits.
  package init(avoiding texts: [[UInt8]], digest: String) {
    var number = UInt64(digest, radix: 16) ?? 0
    var letters = Self.letters(of: number)
    while texts.contains(where: { Self.occurs(letters, in: $0) }) {
      number &+= 1
      letters = Self.letters(of: number)
    }
    self.letters = letters
  }

  private static func letters(of number: UInt64) -> [UInt8] {
    (0..<letterCount).map { alphabet[Int(number >> (4 * UInt64($0)) & 15)] }
  }

  private static func occurs(_ letters: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count > letterCount else { return false }
    for index in 0..<(text.count - letterCount)
    where text[index] == first && text[index + 1] == letters[0] {
      if text[(index + 1)...].starts(with: letters) { return true }
    }
    return false
  }

  /// Returns the mark of a hole.
  ///
  /// - Parameter index: from 0, less than ``limit``.
  /// - Returns: ``length`` bytes.
  package func bytes(for index: Int) -> [UInt8] {
    var mark = [Self.first] + letters
    var rest = index
    for _ in 0..<Self.digitCount {
      mark.append(Self.digits[rest % Self.digits.count])
      rest /= Self.digits.count
    }
    mark.append(Self.first)
    return mark
  }

  /// Returns the index of the hole whose mark begins at an offset, or nothing.
  package func index(in text: some RandomAccessCollection<UInt8>, at offset: Int) -> Int? {
    let start = text.index(text.startIndex, offsetBy: offset)
    let mark = text[start...].prefix(Self.length)
    guard mark.count == Self.length, mark.first == Self.first, mark.last == Self.first,
      mark.dropFirst().starts(with: letters)
    else { return nil }
    var index = 0
    for byte in mark.dropFirst(Self.letterCount + 1).dropLast().reversed() {
      guard byte.isDigit || byte.isLower else { return nil }
      let digit = byte.isDigit ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
      index = index * Self.digits.count + Int(digit)
    }
    return index
  }

  /// Returns where the mark ends that an offset would cut in two; the offset itself elsewhere.
  package func end(ofMarkAround offset: Int, in text: [UInt8]) -> Int {
    for start in max(0, offset - Self.length + 1)..<max(offset, 0)
    where text[start] == Self.first && index(in: text, at: start) != nil {
      return start + Self.length
    }
    return offset
  }
}
