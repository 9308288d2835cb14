internal import Text

/// Reads JSON (RFC 8259) and says where and why a text is none.
package struct JSONReader {
  private let text: [UInt8]
  private var index = 0
  private var depth = 0

  /// Where and why a text is not what was expected.
  package struct Mistake: Error, Equatable {
    /// In bytes of the text.
    package var offset: Int
    /// One sentence that says what was expected.
    package var message: String
  }

  /// What is no JSON, but leaves no doubt about what was meant.
  package struct Oddity: Equatable {
    package enum Kind: Equatable {
      case comment
      case trailingComma
      /// A key that stood before, at this place.
      case repeatedKey(String, first: Range<Int>)
    }

    package var kind: Kind
    /// In bytes of the text.
    package var range: Range<Int>
  }

  private static let deepest = 200
  /// Whether oddities are read over.
  private var isLenient = false
  private var oddities: [Oddity] = []

  /// Returns the value of a text; of a key that stands twice the last value counts.
  package static func read(_ text: [UInt8]) throws(Mistake) -> TypedValue {
    var reader = JSONReader(text: text)
    let value = try reader.readValue()
    reader.skipBlanks()
    guard reader.index == text.count else {
      throw reader.mistake("expected nothing after the JSON value")
    }
    return value
  }

  /// Reads as much of a text as can be understood.
  ///
  /// - Returns: the value, unless a mistake leaves none; that mistake; and the oddities before it.
  package static func survey(
    _ text: [UInt8]
  ) -> (value: TypedValue?, mistake: Mistake?, oddities: [Oddity]) {
    var reader = JSONReader(text: text)
    reader.isLenient = true
    do throws(Mistake) {
      let value = try reader.readValue()
      reader.skipBlanks()
      guard reader.index < text.count else { return (value, nil, reader.oddities) }
      throw reader.mistake("expected nothing after the JSON value")
    } catch {
      return (nil, error, reader.oddities)
    }
  }

  /// Returns the first mistake in a text that is to hold one JSON object, or nothing.
  package static func mistake(inObject text: [UInt8]) -> Mistake? {
    var reader = JSONReader(text: text)
    reader.skipBlanks()
    guard reader.peek == UInt8(ascii: "{") else {
      return reader.mistake("expected a JSON object, which begins with `{`")
    }
    do throws(Mistake) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  private init(text: [UInt8]) { self.text = text }

  private var peek: UInt8? { index < text.count ? text[index] : nil }

  private func mistake(_ message: String) -> Mistake { Mistake(offset: index, message: message) }

  private mutating func skipBlanks() {
    while let byte = peek {
      if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        index += 1
      } else if let end = isLenient ? endOfComment : nil {
        oddities.append(Oddity(kind: .comment, range: index..<end))
        index = end
      } else {
        return
      }
    }
  }

  /// Where the comment that begins here ends; nothing where none begins.
  private var endOfComment: Int? {
    let rest = text[index...]
    if rest.starts(with: "/*".utf8) {
      let closing = rest.indices.dropFirst(3).first {
        text[$0] == UInt8(ascii: "/") && text[$0 - 1] == UInt8(ascii: "*")
      }
      return closing.map { $0 + 1 } ?? text.count
    }
    guard rest.starts(with: "//".utf8) || rest.first == UInt8(ascii: "#") else { return nil }
    return rest.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
  }

  private mutating func readValue() throws(Mistake) -> TypedValue {
    skipBlanks()
    let start = index
    let content: TypedValue.Content
    switch peek {
    case UInt8(ascii: "{"): content = try readObject()
    case UInt8(ascii: "["): content = try readArray()
    case UInt8(ascii: "\""): content = .string(try readString())
    case .some(let byte) where byte == UInt8(ascii: "-") || byte.isDigit:
      content = .number(try readNumber())
    default: content = try readWord()
    }
    return TypedValue(content, at: start..<index)
  }

  private mutating func readWord() throws(Mistake) -> TypedValue.Content {
    for (word, content) in [
      ("true", TypedValue.Content.bool(true)), ("false", .bool(false)), ("null", .null),
    ] where text[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw mistake("expected a JSON value")
  }

  private mutating func readArray() throws(Mistake) -> TypedValue.Content {
    var elements: [TypedValue] = []
    try readItems(until: UInt8(ascii: "]"), "`]`") { reader throws(Mistake) in
      elements.append(try reader.readValue())
    }
    return .array(elements)
  }

  private mutating func readObject() throws(Mistake) -> TypedValue.Content {
    var members: [TypedValue.Member] = []
    var places: [String: Int] = [:]
    try readItems(until: UInt8(ascii: "}"), "`}`") { reader throws(Mistake) in
      let (key, range) = try reader.readKey()
      let member = TypedValue.Member(key: key, keyRange: range, value: try reader.readValue())
      if let place = places[key] {
        let first = members[place].keyRange
        reader.oddities.append(Oddity(kind: .repeatedKey(key, first: first), range: range))
        members[place] = member
      } else {
        places[key] = members.count
        members.append(member)
      }
    }
    return .object(members)
  }

  private mutating func readItems(
    until end: UInt8,
    _ closing: String,
    _ readItem: (inout JSONReader) throws(Mistake) -> Void
  ) throws(Mistake) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw mistake("the JSON is nested too deeply") }
    index += 1
    skipBlanks()
    if peek == end {
      index += 1
      return
    }
    while true {
      try readItem(&self)
      skipBlanks()
      if peek == end {
        index += 1
        return
      }
      guard peek == UInt8(ascii: ",") else {
        throw mistake("expected `,` or the closing \(closing)")
      }
      let comma = index..<(index + 1)
      index += 1
      guard isLenient else { continue }
      skipBlanks()
      if peek == end {
        oddities.append(Oddity(kind: .trailingComma, range: comma))
        index += 1
        return
      }
    }
  }

  private mutating func readKey() throws(Mistake) -> (String, Range<Int>) {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else {
      throw mistake("expected a key in double quotes")
    }
    let start = index
    let key = try readString()
    let range = start..<index
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw mistake("expected `:` after the key") }
    index += 1
    return (key, range)
  }

  private mutating func readString() throws(Mistake) -> String {
    index += 1
    var bytes: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += try readEscape()
      case ..<0x20:
        throw mistake("a JSON string cannot contain a line break or a control character")
      default:
        bytes.append(byte)
        index += 1
      }
    }
    throw mistake("missing closing `\"`")
  }

  private mutating func readEscape() throws(Mistake) -> [UInt8] {
    index += 1
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    guard let byte = peek else { throw mistake("missing closing `\"`") }
    if let character = plain[byte] {
      index += 1
      return [character]
    }
    guard byte == UInt8(ascii: "u") else { throw mistake("unknown escape after `\\`") }
    index += 1
    var units = [try readUnit()]
    if UTF16.isLeadSurrogate(units[0]), text[index...].starts(with: "\\u".utf8) {
      let place = index
      index += 2
      units.append(try readUnit())
      if !UTF16.isTrailSurrogate(units[1]) {
        units.removeLast()
        index = place
      }
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func readUnit() throws(Mistake) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek, let value = Character(Unicode.Scalar(digit)).hexDigitValue else {
        throw mistake("expected four hexadecimal digits after `\\u`")
      }
      unit = unit << 4 | UInt16(value)
      index += 1
    }
    return unit
  }

  private mutating func readNumber() throws(Mistake) -> Double {
    let beginning = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let start = index
    try readDigits()
    if text[start] == UInt8(ascii: "0"), index - start > 1 {
      index = start
      throw mistake("a JSON number cannot have leading zeros")
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
    return Double(String(decoding: text[beginning..<index], as: UTF8.self)) ?? 0
  }

  private mutating func readDigits() throws(Mistake) {
    guard let first = peek, first.isDigit else { throw mistake("expected a digit") }
    while let byte = peek, byte.isDigit { index += 1 }
  }
}
