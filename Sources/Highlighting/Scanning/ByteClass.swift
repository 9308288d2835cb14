/// A set of bytes, asked once for each byte of a text.
struct ByteClass: Sendable {
  private let low: UInt64
  private let second: UInt64
  private let third: UInt64
  private let high: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    var words: [UInt64] = [0, 0, 0, 0]
    for byte in bytes { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    (low, second, third, high) = (words[0], words[1], words[2], words[3])
  }

  init(_ text: String) { self.init(text.utf8) }

  private init(low: UInt64, second: UInt64, third: UInt64, high: UInt64) {
    (self.low, self.second, self.third, self.high) = (low, second, third, high)
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return low & bit != 0
    case 1: return second & bit != 0
    case 2: return third & bit != 0
    default: return high & bit != 0
    }
  }

  func union(_ other: ByteClass) -> ByteClass {
    ByteClass(
      low: low | other.low,
      second: second | other.second,
      third: third | other.third,
      high: high | other.high
    )
  }

  func union(_ text: String) -> ByteClass { union(ByteClass(text)) }

  static let blanks = ByteClass(" \t")
  static let spaces = ByteClass(" \t\r\n")
  static let lineEnds = ByteClass("\r\n")
  static let digits = ByteClass(UInt8(ascii: "0")...UInt8(ascii: "9"))
  static let digitsAndJoiners = digits.union("_")
  static let hexDigits = digits.union("abcdefABCDEF_")
  static let letters = ByteClass(UInt8(ascii: "a")...UInt8(ascii: "z"))
    .union(ByteClass(UInt8(ascii: "A")...UInt8(ascii: "Z")))
  /// What names of variables and functions are made of; bytes beyond ASCII are letters.
  static let identifier = letters.union(digits).union("_").union(ByteClass(0x80...0xFF))
  static let identifierStart = letters.union("_").union(ByteClass(0x80...0xFF))
  static let unit = letters.union("%")
}
