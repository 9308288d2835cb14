/// An encoding other than UTF-8 that a text seems to be in.
package enum ForeignEncoding: String, Sendable {
  case utf16BigEndian = "UTF-16BE"
  case utf16LittleEndian = "UTF-16LE"
  case utf32 = "UTF-32"
  case latin1 = "Latin-1"
  case windows1252 = "Windows-1252"

  /// Guesses the encoding of a text; nothing where it is UTF-8, or UTF-8 with wrong bytes in it.
  package init?(of bytes: [UInt8]) {
    if let wide = Self.wide(bytes) {
      self = wide
      return
    }
    let invalid = UTF8Faults(in: bytes)
    let isSingleByte = !invalid.hasOtherCharacters && !invalid.ranges.isEmpty
    guard isSingleByte, !bytes.contains(0) else { return nil }
    let hasWindows = invalid.ranges.contains { range in
      bytes[range].contains { 0x80...0x9F ~= $0 }
    }
    self = hasWindows ? .windows1252 : .latin1
  }

  /// Returns a text of the encoding in UTF-8.
  package func decoded(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .latin1, .windows1252:
      return bytes.flatMap { byte in
        let scalar = 0x80...0x9F ~= byte ? Self.windows[Int(byte) - 0x80] : UInt32(byte)
        return Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      }
    case .utf16BigEndian, .utf16LittleEndian:
      let isBig = self == .utf16BigEndian
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
        let (high, low) = isBig ? (place, place + 1) : (place + 1, place)
        return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .utf32:
      let isBig = bytes.first == 0
      let text = stride(from: 0, to: bytes.count - 3, by: 4).map { place -> Character in
        let word = bytes[place..<(place + 4)]
        let ordered = isBig ? Array(word) : word.reversed()
        let value = ordered.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      return Array(String(text).utf8)
    }
  }

  /// Two or four bytes for each character: by the byte order mark, or by where zeros are.
  private static func wide(_ bytes: [UInt8]) -> ForeignEncoding? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    guard zeros.count > bytes.count / 4 else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 0 }) { return .utf16BigEndian }
    return zeros.allSatisfy { $0 % 2 == 1 } ? .utf16LittleEndian : nil
  }

  /// The characters of the bytes 80 to 9F in Windows-1252; 0 for those that have none.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// The bytes of a text that are not UTF-8.
package struct UTF8Faults: Sendable {
  /// Each part that stands for no character, in order.
  package private(set) var ranges: [Range<Int>] = []
  /// Whether the text has characters of several bytes that are right.
  package private(set) var hasOtherCharacters = false

  /// Reads a text; most are ASCII, which is passed quickly.
  package init(in bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let length = Self.length(of: bytes, at: index)
      if length > 0 {
        hasOtherCharacters = true
        index += length
      } else {
        if let last = ranges.last, last.upperBound == index {
          ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
        } else {
          ranges.append(index..<(index + 1))
        }
        index += 1
      }
    }
  }

  /// The length of the character at a place, from 2 to 4; 0 where there is none (RFC 3629).
  private static func length(of bytes: [UInt8], at index: Int) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch bytes[index] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, index + length <= bytes.count, second ~= bytes[index + 1] else { return 0 }
    return bytes[(index + 2)..<(index + length)].allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
  }
}
