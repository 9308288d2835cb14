internal import Text

/// Binary data as text (RFC 4648 §4).
package enum Base64 {
  /// Returns what a text stands for, line breaks and spaces in it left out; nothing where it is no
  /// base64.
  package static func decode(_ text: String) -> [UInt8]? {
    let digits = text.utf8.filter { !$0.isBlank && $0 != .lineFeed }
    let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard digits.count.isMultiple(of: 4), padding < 3 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (index, digit) in digits.dropLast(padding).enumerated() {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | value
      // Each digit after the first of four completes a byte.
      let rest = index % 4
      if rest > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * rest))) }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
