internal import Text

/// A word, a literal or a sign of an expression.
package struct JinjaToken: Sendable, Hashable {
  package var kind: Kind
  /// In bytes of the text.
  package var range: Range<Int>

  package enum Kind: Sendable, Hashable {
    case name(String)
    case int(Int)
    case float
    case string(String)
    case sign(String)
    /// `}}`, `%}` or the end of the text.
    case end
  }

  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }
  package func isName(_ name: String) -> Bool { kind == .name(name) }
}

/// Reads the tokens of one expression or statement up to its closing mark.
struct JinjaLexer {
  private let text: [UInt8]
  private let opening: Range<Int>
  private var index: Int
  /// The brackets that are open, each with its place; in them `}}` closes two of them.
  private var open: [(sign: UInt8, place: Int)] = []

  /// - Parameters:
  ///   - text: the text of the template.
  ///   - opening: the mark that opens, with the sign that may follow it.
  init(_ text: [UInt8], after opening: Range<Int>) {
    self.text = text
    self.opening = opening
    index = opening.upperBound
  }

  /// Reads the tokens until a mark, or to the end of the text where the mark is empty.
  ///
  /// - Parameter mark: `}}` or `%}`; a `-` or `+` before it belongs to it.
  /// - Returns: the tokens, with `end` as the last, and the byte after the mark.
  /// - Throws: what was expected, where a sign or a literal is none.
  mutating func tokens(until mark: String) throws(JinjaMistake) -> ([JinjaToken], after: Int) {
    var tokens: [JinjaToken] = []
    let mark = Array(mark.utf8)
    while true {
      while index < text.count, text[index].isBlank || text[index] == 0x0A || text[index] == 0x0D {
        index += 1
      }
      if let end = end(mark) {
        tokens.append(JinjaToken(kind: .end, range: index..<end))
        return (tokens, end)
      }
      guard index < text.count else {
        guard mark.isEmpty else { throw unclosed(mark) }
        tokens.append(JinjaToken(kind: .end, range: index..<index))
        return (tokens, index)
      }
      tokens.append(try token(before: mark))
    }
  }

  private func unclosed(_ mark: [UInt8]) -> JinjaMistake {
    if let (sign, place) = open.last {
      let closing = Self.closing[sign] ?? ")"
      return JinjaMistake(
        range: place..<(place + 1),
        message: "missing closing `\(closing)`"
      )
    }
    return JinjaMistake(range: opening, message: "missing closing `\(mark.text)`")
  }

  private func end(_ mark: [UInt8]) -> Int? {
    guard !mark.isEmpty, open.isEmpty else { return nil }
    if text[index...].starts(with: mark) { return index + mark.count }
    guard index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+"),
      text[(index + 1)...].starts(with: mark)
    else { return nil }
    return index + 1 + mark.count
  }

  private static let closing: [UInt8: String] = [0x28: ")", 0x5B: "]", 0x7B: "}"]
  private static let opening: [UInt8: UInt8] = [0x29: 0x28, 0x5D: 0x5B, 0x7D: 0x7B]
  private static let pairs = ["**", "//", "==", "!=", ">=", "<="]

  private mutating func token(before mark: [UInt8]) throws(JinjaMistake) -> JinjaToken {
    let start = index
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try string()
    case _ where byte.isDigit: return number()
    case _ where byte.isNameByte || byte >= 0x80:
      while index < text.count, text[index].isNameByte || text[index] >= 0x80 { index += 1 }
      return JinjaToken(kind: .name(text[start..<index].text), range: start..<index)
    default: return try sign(mark)
    }
  }

  private mutating func sign(_ mark: [UInt8]) throws(JinjaMistake) -> JinjaToken {
    let start = index
    for pair in Self.pairs where text[index...].starts(with: pair.utf8) {
      index += 2
      return JinjaToken(kind: .sign(pair), range: start..<index)
    }
    let byte = text[index]
    guard "+-/*%~[](){}<>=.:|,;".utf8.contains(byte) else {
      let written = text[start...].prefix { $0 >= 0x80 }.isEmpty ? text[start...start].text : "this"
      throw JinjaMistake(
        range: start..<(start + 1),
        message: "unexpected `\(written)` in an expression"
      )
    }
    if Self.closing[byte] != nil {
      open.append((byte, start))
    } else if let wanted = Self.opening[byte] {
      guard let last = open.popLast() else {
        throw JinjaMistake(
          range: start..<(start + 1),
          message: mark == Array("}}".utf8) && byte == UInt8(ascii: "}")
            ? "missing closing `}}`" : "unmatched `\(text[start...start].text)`"
        )
      }
      guard last.sign == wanted else {
        throw JinjaMistake(
          range: start..<(start + 1),
          message: "missing closing `\(Self.closing[last.sign] ?? ")")`"
        )
      }
    }
    index += 1
    return JinjaToken(kind: .sign(text[start..<index].text), range: start..<index)
  }

  private mutating func string() throws(JinjaMistake) -> JinjaToken {
    let start = index
    let quote = text[index]
    var value: [UInt8] = []
    index += 1
    while index < text.count, text[index] != quote {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
        index += 1
        let escaped: [UInt8: UInt8] = [0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D]
        if escaped[text[index]] == nil, ![0x27, 0x22, 0x5C].contains(text[index]) {
          value.append(UInt8(ascii: "\\"))
        }
        value.append(escaped[text[index]] ?? text[index])
      } else {
        value.append(text[index])
      }
      index += 1
    }
    guard index < text.count else {
      throw JinjaMistake(
        range: start..<(start + 1),
        message: "missing closing `\([quote].text)`"
      )
    }
    index += 1
    return JinjaToken(kind: .string(value.text), range: start..<index)
  }

  private mutating func number() -> JinjaToken {
    let start = index
    func isNumberByte(_ byte: UInt8) -> Bool { byte.isNameByte }
    while index < text.count, isNumberByte(text[index]) { index += 1 }
    var isFloat = false
    if index + 1 < text.count, text[index] == UInt8(ascii: "."), text[index + 1].isDigit {
      isFloat = true
      index += 1
      while index < text.count, isNumberByte(text[index]) { index += 1 }
    }
    let digits = text[start..<index].text.replacing("_", with: "")
    guard !isFloat, let value = Int(digits) else {
      return JinjaToken(kind: digits.hasPrefix("0x") ? .int(0) : .float, range: start..<index)
    }
    return JinjaToken(kind: .int(value), range: start..<index)
  }
}
