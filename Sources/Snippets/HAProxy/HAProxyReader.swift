internal import Diagnostics
internal import Languages
internal import Text

/// Splits haproxy.cfg into lines and words (`parse_line` of HAProxy's tools.c).
struct HAProxyReader {
  private let text: [UInt8]
  private var index = 0
  private var end = 0
  private var diagnostics: [Diagnostic] = []
  /// Whether lines stand between `.if` and `.endif`, so that not all of them hold.
  private var hasConditions = false

  /// What a text says.
  struct Reading: Sendable {
    var lines: [HAProxyLine]
    /// Whether some lines hold under a condition alone.
    var hasConditions: Bool
  }

  /// Returns the lines of a text that say something, and what is wrong with their quotes.
  static func read(_ text: [UInt8]) -> Outcome<Reading> {
    var reader = HAProxyReader(text: text)
    var lines: [HAProxyLine] = []
    for range in text.physicalLines {
      if let line = reader.readLine(range) { lines.append(line) }
    }
    let reading = Reading(lines: lines, hasConditions: reader.hasConditions)
    return Outcome(reading, reader.diagnostics)
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func readLine(_ range: Range<Int>) -> HAProxyLine? {
    index = range.lowerBound
    end = range.upperBound
    skipBlanks()
    let isIndented = index > range.lowerBound
    var words: [HAProxyWord] = []
    while index < end, text[index] != UInt8(ascii: "#") {
      words.append(readWord())
      skipBlanks()
    }
    guard let first = words.first else { return nil }
    if first.bytes.first == UInt8(ascii: ".") {
      hasConditions = hasConditions || first.text == ".if"
      return nil
    }
    guard ["no", "default"].contains(first.text), words.count > 1 else {
      return HAProxyLine(words: words, isIndented: isIndented)
    }
    return HAProxyLine(words: Array(words.dropFirst()), isIndented: isIndented, prefix: first)
  }

  private mutating func skipBlanks() {
    while index < end, text[index].isBlank { index += 1 }
  }

  private mutating func readWord() -> HAProxyWord {
    var word = HAProxyWord(range: index..<index)
    var quote: UInt8?
    var opening = index
    while index < end {
      let byte = text[index]
      if quote == nil, byte.isBlank || byte == UInt8(ascii: "#") { break }
      let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      if isQuote, quote == nil || quote == byte {
        quote = quote == nil ? byte : nil
        opening = index
        word.isQuoted = true
        index += 1
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"), index + 1 < end {
        readEscape(into: &word, quote)
      } else {
        if byte == UInt8(ascii: "$"), quote == UInt8(ascii: "\"") { word.hasVariable = true }
        append(byte, at: index, to: &word)
        index += 1
      }
    }
    word.range = word.range.lowerBound..<index
    word.isClosed = quote == nil
    if !word.isClosed { diagnostics.append(.haproxyQuote(at: opening..<index)) }
    return word
  }

  private func append(_ byte: UInt8, at place: Int, to word: inout HAProxyWord) {
    word.bytes.append(byte)
    word.places.append(place)
  }

  /// A backslash before anything else is one that HAProxy keeps.
  private mutating func readEscape(into word: inout HAProxyWord, _ quote: UInt8?) {
    let (place, byte) = (index, text[index + 1])
    index += 2
    switch byte {
    case UInt8(ascii: "n"): append(10, at: place, to: &word)
    case UInt8(ascii: "r"): append(13, at: place, to: &word)
    case UInt8(ascii: "t"): append(9, at: place, to: &word)
    case UInt8(ascii: "x"):
      let digits = index + 2 <= end ? UInt8(text[index..<index + 2].text, radix: 16) : nil
      if let digits {
        append(digits, at: place, to: &word)
        index += 2
      } else {
        diagnostics.append(.haproxyEscape(at: place..<index))
      }
    case UInt8(ascii: " "), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      append(byte, at: place, to: &word)
    case UInt8(ascii: "$") where quote != nil: append(byte, at: place, to: &word)
    default:
      append(UInt8(ascii: "\\"), at: place, to: &word)
      append(byte, at: place + 1, to: &word)
    }
  }
}
