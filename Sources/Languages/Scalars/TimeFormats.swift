internal import Text

/// Dates and times as RFC 3339 writes them.
enum TimeFormats {
  /// A day such as `2024-02-29`.
  static func isDate(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), 1...12 ~= month
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...lengths[month - 1] ~= day
  }

  /// A time with its offset, such as `08:30:06.28+02:00`; a leap second only where one can be.
  static func isTime(_ text: some StringProtocol) -> Bool {
    var bytes = Array(text.utf8)[...]
    guard bytes.count > 8, let hour = number(bytes.prefix(2)), hour < 24 else { return false }
    let start = bytes.startIndex
    guard bytes[start + 2] == 0x3A, bytes[start + 5] == 0x3A,
      let minute = number(bytes[(start + 3)..<(start + 5)]), minute < 60,
      let second = number(bytes[(start + 6)..<(start + 8)]), second < 61
    else { return false }
    bytes = bytes.dropFirst(8)
    if bytes.first == UInt8(ascii: ".") {
      let digits = bytes.dropFirst().prefix { $0.isDigit }
      guard !digits.isEmpty else { return false }
      bytes = bytes.dropFirst(1 + digits.count)
    }
    guard let offset = minutes(ofOffset: bytes) else { return false }
    let inUTC = (hour * 60 + minute - offset + 2880) % 1440
    return second < 60 || inUTC == 1439
  }

  /// A day, `T` and a time.
  static func isDateTime(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count > 11 else { return false }
    let mark = bytes.index(bytes.startIndex, offsetBy: 10)
    guard bytes[mark] | 0x20 == UInt8(ascii: "t") else { return false }
    return isDate(String(decoding: bytes[..<mark], as: UTF8.self))
      && isTime(String(decoding: bytes[mark...].dropFirst(), as: UTF8.self))
  }

  private static func minutes(ofOffset bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.count == 1, bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "z") { return 0 }
    let start = bytes.startIndex
    guard bytes.count == 6, bytes[start] == 0x2B || bytes[start] == 0x2D, bytes[start + 3] == 0x3A,
      let hours = number(bytes[(start + 1)..<(start + 3)]), hours < 24,
      let minutes = number(bytes[(start + 4)..<(start + 6)]), minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (bytes[start] == 0x2D ? -1 : 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ $0.isDigit }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
