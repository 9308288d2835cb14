internal import Text

/// Reads forward over a text and collects its tokens; what is not added is plain.
struct Scanner {
  let text: [UInt8]
  /// The next byte to read.
  var index = 0
  /// Where reading ends; before the end of the text while a part is read in another language.
  var end: Int
  private(set) var tokens: [Token] = []
  /// The end of the last token.
  private var last = 0

  init(_ text: [UInt8]) {
    self.text = text
    end = text.count
    tokens.reserveCapacity(text.count / 6 + 4)
  }

  var isAtEnd: Bool { index >= end }

  /// The next byte; 0 at the end.
  @inline(__always)
  var next: UInt8 { index < end ? text[index] : 0 }

  /// The byte at a distance from the next one; 0 outside.
  @inline(__always)
  func peek(_ distance: Int) -> UInt8 {
    let place = index + distance
    return place >= 0 && place < end ? text[place] : 0
  }

  /// Whether the next byte is the first of its line.
  var isAtLineStart: Bool { index == 0 || text[index - 1] == .lineFeed }

  /// Whether the next bytes are these.
  @inline(__always)
  func isNext(_ word: String) -> Bool {
    var place = index
    for byte in word.utf8 {
      guard place < end, text[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// Adds a token that reaches from a place to the next byte.
  @inline(__always)
  mutating func add(_ kind: Token.Kind, from start: Int) {
    guard index > start, kind != .plain else { return }
    if start > last { append(.plain, to: start) }
    append(kind, to: index)
  }

  private mutating func append(_ kind: Token.Kind, to place: Int) {
    if let previous = tokens.last, previous.kind == kind {
      tokens[tokens.count - 1] = Token(kind: kind, end: place)
    } else {
      tokens.append(Token(kind: kind, end: place))
    }
    last = place
  }

  /// Ends the last token with the text.
  mutating func finish() {
    if last < text.count { append(.plain, to: text.count) }
  }

  /// Passes bytes of a class.
  @inline(__always)
  mutating func skip(_ bytes: ByteClass) {
    while index < end, bytes.contains(text[index]) { index += 1 }
  }

  /// Passes bytes until one of a class.
  @inline(__always)
  mutating func skip(until bytes: ByteClass) {
    while index < end, !bytes.contains(text[index]) { index += 1 }
  }

  /// Passes the rest of the line, without its line break.
  @inline(__always)
  mutating func skipLine() {
    while index < end, text[index] != .lineFeed { index += 1 }
  }

  /// Passes one byte, or none at the end.
  @inline(__always)
  mutating func advance(_ count: Int = 1) { index = min(index + count, end) }

  /// Adds the rest of the line as a token.
  mutating func addLine(_ kind: Token.Kind) {
    let start = index
    skipLine()
    add(kind, from: start)
  }

  /// Adds a text in quotes that ends at the same quote or at the end of what is read.
  ///
  /// - Parameters:
  ///   - escape: the byte that takes the meaning from the next one; 0 for none.
  ///   - isOneLine: whether a line break ends it as well.
  ///   - first: where the token begins, if before the quote.
  mutating func addQuoted(
    escape: UInt8 = .backslash,
    isOneLine: Bool = false,
    from first: Int? = nil
  ) {
    let start = first ?? index
    let quote = next
    advance()
    while index < end {
      let byte = text[index]
      if byte == quote {
        index += 1
        break
      }
      if byte == .lineFeed, isOneLine { break }
      index = byte == escape && escape != 0 ? min(index + 2, end) : index + 1
    }
    add(.string, from: start)
  }

  /// Adds what was read of a setting's value: a switch such as `yes`, a number, or plain text.
  mutating func addSwitchOrWord(from start: Int) {
    if Self.switches.contains(text, start..<index) {
      add(.keyword, from: start)
    } else {
      addWord(from: start)
    }
  }

  /// Adds a word as a number where it is one: digits with a sign, a fraction, an exponent or a
  /// unit.
  mutating func addWord(from start: Int, else kind: Token.Kind = .plain) {
    add(isNumber(start..<index) ? .number : kind, from: start)
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    if place < range.upperBound, text[place] == .hyphen || text[place] == .plus { place += 1 }
    guard place < range.upperBound, ByteClass.digits.contains(text[place]) else { return false }
    if text[place] == UInt8(ascii: "0"), place + 2 < range.upperBound,
      text[place + 1] | 0x20 == UInt8(ascii: "x")
    {
      return range.dropFirst(place + 2 - range.lowerBound).allSatisfy {
        ByteClass.hexDigits.contains(text[$0])
      }
    }
    var points = 0
    while place < range.upperBound {
      let byte = text[place]
      if byte == .point { points += 1 } else if !ByteClass.digitsAndJoiners.contains(byte) { break }
      place += 1
    }
    guard points < 2 else { return false }
    let unit = range.upperBound - place
    return unit <= 3 && (place..<range.upperBound).allSatisfy { ByteClass.unit.contains(text[$0]) }
  }
}
