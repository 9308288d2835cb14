/// Reads JSON (RFC 8259) as far as needed to say where it stops being JSON.
struct JSONSyntax {
  private let text: [UInt8]
  private var index = 0
  private var depth = 0

  /// Where and why a text is not what was expected.
  struct Mistake: Error, Equatable {
    /// In bytes of the text.
    var offset: Int
    /// One sentence that says what was expected.
    var message: String
  }

  private static let deepest = 200

  /// Returns the first mistake in a text that is to hold one JSON object, or nothing.
  static func mistake(inObject text: [UInt8]) -> Mistake? {
    var reader = JSONSyntax(text: text)
    do throws(Mistake) {
      reader.skipBlanks()
      guard reader.peek == UInt8(ascii: "{") else {
        throw reader.mistake("a JSON object is expected, which begins with `{`")
      }
      try reader.readValue()
      reader.skipBlanks()
      guard reader.index == text.count else {
        throw reader.mistake("nothing is expected after the JSON object")
      }
      return nil
    } catch {
      return error
    }
  }

  private init(text: [UInt8]) { self.text = text }

  private var peek: UInt8? { index < text.count ? text[index] : nil }

  private func mistake(_ message: String) -> Mistake { Mistake(offset: index, message: message) }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func readValue() throws(Mistake) {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): try readCollection(until: UInt8(ascii: "}"), isObject: true)
    case UInt8(ascii: "["): try readCollection(until: UInt8(ascii: "]"), isObject: false)
    case UInt8(ascii: "\""): try readString()
    case .some(let byte) where byte == UInt8(ascii: "-") || 48...57 ~= byte: try readNumber()
    default:
      for word in ["true", "false", "null"] where text[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return
      }
      throw mistake("a JSON value is expected here")
    }
  }

  private mutating func readCollection(until end: UInt8, isObject: Bool) throws(Mistake) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw mistake("the JSON nests too deeply") }
    let closing = isObject ? "`}`" : "`]`"
    index += 1
    skipBlanks()
    if peek == end {
      index += 1
      return
    }
    while true {
      if isObject { try readKey() }
      try readValue()
      skipBlanks()
      if peek == end {
        index += 1
        return
      }
      guard peek == UInt8(ascii: ",") else {
        throw mistake("a `,` or the closing \(closing) is expected here")
      }
      index += 1
    }
  }

  private mutating func readKey() throws(Mistake) {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else {
      throw mistake("a key in double quotes is expected here")
    }
    try readString()
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw mistake("a `:` is expected after the key") }
    index += 1
  }

  private mutating func readString() throws(Mistake) {
    index += 1
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): try readEscape()
      case ..<0x20: throw mistake("a JSON text cannot hold a line break or a control character")
      default: index += 1
      }
    }
    throw mistake("the closing `\"` is expected")
  }

  private mutating func readEscape() throws(Mistake) {
    index += 1
    guard let byte = peek, Array("\"\\/bfnrtu".utf8).contains(byte) else {
      throw mistake("JSON has no such escape after `\\`")
    }
    index += 1
    guard byte == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      guard let digit = peek, 48...57 ~= digit || 97...102 ~= digit | 0x20 else {
        throw mistake("four hexadecimal digits are expected after `\\u`")
      }
      index += 1
    }
  }

  private mutating func readNumber() throws(Mistake) {
    if peek == UInt8(ascii: "-") { index += 1 }
    let start = index
    try readDigits()
    if text[start] == UInt8(ascii: "0"), index - start > 1 {
      index = start
      throw mistake("a JSON number has no leading zeros")
    }
    if peek == UInt8(ascii: ".") {
      index += 1
      try readDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      try readDigits()
    }
  }

  private mutating func readDigits() throws(Mistake) {
    guard let first = peek, 48...57 ~= first else { throw mistake("a digit is expected here") }
    while let byte = peek, 48...57 ~= byte { index += 1 }
  }
}
