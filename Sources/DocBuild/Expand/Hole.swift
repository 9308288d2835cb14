package import Diagnostics
internal import Text

/// A place in an expanded text where a value goes, marked there by a ``Sentinel``.
package struct Hole: Hashable, Sendable {
  /// What goes there.
  package var content: Content
  /// The placeholder in its source file.
  package var location: Location
  /// Whether the value is that of the server on which the block around it belongs, shown for the
  /// first of them: each other server has its own in its place.
  var isMember = false

  /// What fills a hole.
  package enum Content: Hashable, Sendable {
    /// The value of a key.
    case value(Reference)
    /// A value of the server on which the fence around it belongs: `<<self.FIELD>>`.
    case member(field: String)
    /// A text that is printed as it is.
    case literal(String)
  }
}

/// The mark of a hole: ten letters and digits that Markdown reads as part of a word anywhere.
package struct Sentinel: Hashable, Sendable {
  /// The letter that keeps the marks apart from the texts of the project.
  private let letter: UInt8

  /// The length of a mark in bytes.
  package static let length = 10

  /// The first byte of each mark.
  package static let first = UInt8(ascii: "Z")

  /// Chooses marks that occur in none of the texts.
  package init(avoiding texts: [[UInt8]]) {
    let letters = Array("qjxvwkzypbcdfghlmnrst".utf8)
    letter =
      letters.first { letter in
        !texts.contains { Sentinel.occurs(letter, in: $0) }
      } ?? letters[0]
  }

  private static func occurs(_ letter: UInt8, in text: [UInt8]) -> Bool {
    guard text.count >= length else { return false }
    for index in 0...(text.count - length)
    where text[index] == first && text[index + 1] == letter && text[index + 2].isDigit {
      return true
    }
    return false
  }

  /// Returns the mark of a hole.
  ///
  /// - Parameter index: from 0 to 999,999.
  /// - Returns: ``length`` bytes.
  package func bytes(for index: Int) -> [UInt8] {
    var mark =
      [Self.first, letter] + Array(repeating: UInt8(ascii: "0"), count: 6) + [letter, Self.first]
    var rest = index
    for place in stride(from: 7, through: 2, by: -1) {
      mark[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return mark
  }

  /// Returns the index of the hole whose mark begins at an offset, or nothing.
  package func index(in text: some RandomAccessCollection<UInt8>, at offset: Int) -> Int? {
    let start = text.index(text.startIndex, offsetBy: offset)
    let mark = text[start...].prefix(Self.length)
    guard mark.count == Self.length, mark.first == Self.first else { return nil }
    var index = 0
    for (place, byte) in mark.enumerated() {
      switch place {
      case 0, 9: guard byte == Self.first else { return nil }
      case 1, 8: guard byte == letter else { return nil }
      default:
        guard byte.isDigit else { return nil }
        index = index * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return index
  }
}
