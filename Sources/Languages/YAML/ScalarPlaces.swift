/// Where the text of a scalar stands in the YAML text, byte by byte.
///
/// Quotes, escapes, the indentation of blocks and folded lines make the two differ (YAML 1.2.2,
/// chapters 7.3 and 8.1).
package struct ScalarPlaces {
  /// The part of the source that each byte of the text stands for.
  private var parts: [Range<Int>] = []
  private var end: Int

  /// Reads a scalar again; nothing where the text is not what stands there.
  ///
  /// - Parameters:
  ///   - text: what the scalar means.
  ///   - range: where it is written, with its quotes or its block's header, in bytes.
  ///   - source: the YAML text.
  package init?(of text: String, at range: Range<Int>, in source: [UInt8]) {
    guard range.upperBound <= source.count else { return nil }
    let range = Self.withoutProperties(range, source)
    guard let first = source[range].first else { return nil }
    let bytes = [UInt8](text.utf8)
    end = range.lowerBound
    parts.reserveCapacity(bytes.count)
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      var reader = BlockReader(source[range])
      guard reader.read(bytes, into: &parts) else { return nil }
      end = reader.place
    } else {
      var reader = FlowReader(source[range])
      guard reader.read(bytes, into: &parts) else { return nil }
      end = reader.place
    }
  }

  /// Reads the scalar of a node again; nothing for other nodes and for aliases.
  package init?(of node: YAMLNode, in source: [UInt8]) {
    guard node.isScalar else { return nil }
    self.init(of: node.text, at: node.range, in: source)
  }

  /// The range behind the anchor and the tag.
  private static func withoutProperties(_ range: Range<Int>, _ source: [UInt8]) -> Range<Int> {
    var rest = source[range]
    while let first = rest.first, first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
      rest = rest.drop { !" \t\r\n".utf8.contains($0) }.drop { " \t\r\n".utf8.contains($0) }
    }
    return rest.startIndex..<range.upperBound
  }

  /// Returns the place of a part of the text: bytes of the text, clamped to it, and of the source.
  package func range(of part: Range<Int>) -> Range<Int> {
    let lower = min(max(part.lowerBound, 0), parts.count)
    let upper = min(max(part.upperBound, lower), parts.count)
    let start = lower < parts.count ? parts[lower].lowerBound : end
    return start..<(upper > lower ? parts[upper - 1].upperBound : start)
  }
}

/// Reads a plain or quoted scalar beside its text.
private struct FlowReader {
  let source: ArraySlice<UInt8>
  var place: Int
  private var quote: UInt8?

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    place = source.startIndex
    guard let first = source.first, "\"'".utf8.contains(first) else { return }
    quote = first
    place += 1
  }

  mutating func read(_ text: [UInt8], into parts: inout [Range<Int>]) -> Bool {
    while parts.count < text.count {
      guard place < source.endIndex else { return false }
      let next = text[parts.count]
      if let (length, meaning) = fold() {
        guard text[parts.count...].starts(with: meaning) else { return false }
        parts += meaning.map { _ in place..<(place + length) }
        place += length
      } else if quote == UInt8(ascii: "\""), source[place] == UInt8(ascii: "\\") {
        guard let (length, width) = escape() else { return false }
        for _ in 0..<min(width, text.count - parts.count) { parts.append(place..<(place + length)) }
        place += length
      } else if source[place] == next {
        let length = quote == UInt8(ascii: "'") && next == quote ? 2 : 1
        parts.append(place..<(place + length))
        place += length
      } else {
        return false
      }
    }
    return true
  }

  /// Line breaks with the blanks around them, and what they mean: one blank for a single break,
  /// else all breaks but one.
  private func fold() -> (length: Int, meaning: [UInt8])? {
    let blanks = source[place...].prefix { " \t\r\n".utf8.contains($0) }
    let breaks = blanks.count { $0 == UInt8(ascii: "\n") }
    guard breaks > 0 else { return nil }
    let meaning = breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
    return (blanks.count, meaning)
  }

  /// The length of an escape, and of what it means in UTF-8.
  private func escape() -> (length: Int, width: Int)? {
    guard place + 1 < source.endIndex else { return nil }
    let digits: Int
    switch source[place + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      return (1 + source[(place + 1)...].prefix { " \t\r\n".utf8.contains($0) }.count, 0)
    case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
    default: return (2, 1)
    }
    let text = String(decoding: source[(place + 2)...].prefix(digits), as: UTF8.self)
    guard let code = UInt32(text, radix: 16), let scalar = UnicodeScalar(code) else { return nil }
    return (2 + digits, UTF8.width(scalar))
  }
}

/// Reads a literal or folded block scalar beside its text.
private struct BlockReader {
  let source: ArraySlice<UInt8>
  var place: Int

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    place = source.firstIndex(of: 0x0A).map { $0 + 1 } ?? source.endIndex
  }

  mutating func read(_ text: [UInt8], into parts: inout [Range<Int>]) -> Bool {
    let indent = indentation(of: text)
    var isLineStart = true
    for byte in text {
      if isLineStart { skip(indent) }
      // Of the breaks between two folded paragraphs one means nothing.
      while place < source.endIndex, source[place] == 0x0A, byte != 0x0A, byte != 0x20 {
        place += 1
        skip(indent)
      }
      if place < source.endIndex, source[place] == 0x0D, byte == 0x0A { place += 1 }
      guard place < source.endIndex else {
        // The break that ends the last line may stand outside of the scalar.
        guard byte == 0x0A else { return false }
        parts.append(source.endIndex..<source.endIndex)
        continue
      }
      let isBreak = source[place] == 0x0A
      guard source[place] == byte || (isBreak && byte == 0x20) else { return false }
      parts.append(place..<(place + 1))
      place += 1
      isLineStart = isBreak
    }
    return true
  }

  /// The blanks before the first line of the text that has any other character.
  private func indentation(of text: [UInt8]) -> Int {
    let lines = source[place...].split(separator: 0x0A)
    let first = lines.first { line in line.contains { $0 != 0x20 && $0 != 0x0D } }
    let own = text.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
    return max(0, (first?.prefix { $0 == 0x20 }.count ?? 0) - own)
  }

  private mutating func skip(_ indent: Int) {
    let blanks = source[place...].prefix { $0 == 0x20 }.count
    place += min(blanks, indent)
  }
}
