internal import Text

/// The grammar of placeholders: `<<namespace.name HINT>>`, on one line, at most 160 bytes.
package struct PlaceholderGrammar: Sendable {
  /// The longest placeholder in bytes, brackets included.
  package static let longest = 160

  /// The namespaces that are declared, so that a slip inside one is not taken for plain text.
  package var namespaces: Set<String>

  /// What stands at a pair of angle brackets.
  package enum Token: Equatable {
    /// A placeholder; escaped if a backslash, which is part of the range, stands before it.
    case placeholder(Placeholder, isEscaped: Bool)
    /// Something that was meant as a placeholder, and what is wrong with it.
    case malformed(Range<Int>, String)
  }

  /// Returns the next placeholder or slip at or after an offset.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - offset: where to begin, in bytes.
  ///   - end: where to stop, exclusive; a line break always ends a placeholder.
  ///   - isProse: in prose `<<word>>` without a dot is always a slip, in code only as a token
  ///     of its own.
  /// - Returns: nothing where the rest is plain text.
  package func next(
    in text: [UInt8],
    from offset: Int,
    to end: Int,
    isProse: Bool
  ) -> Token? {
    var index = offset
    while index + 1 < end {
      guard text[index] == UInt8(ascii: "<"), text[index + 1] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let token = token(in: text, at: index, to: end, isProse: isProse) { return token }
      while index < end, text[index] == UInt8(ascii: "<") { index += 1 }
    }
    return nil
  }

  private func token(in text: [UInt8], at start: Int, to end: Int, isProse: Bool) -> Token? {
    guard start == 0 || text[start - 1] != UInt8(ascii: "<") else { return nil }
    var backslashes = 0
    while backslashes < start, text[start - 1 - backslashes] == UInt8(ascii: "\\") {
      backslashes += 1
    }
    let isEscaped = backslashes % 2 == 1
    var cursor = Cursor(text: text, index: start + 2, end: end)
    guard let namespace = cursor.takeNamespace() else { return nil }
    guard cursor.take(UInt8(ascii: ".")) else {
      return isEscaped ? nil : dotless(cursor, start, isProse)
    }
    if let placeholder = cursor.takeRest(of: namespace, from: start) {
      guard placeholder.range.count <= Self.longest else {
        return .malformed(
          placeholder.range,
          "a placeholder has at most \(Self.longest) bytes"
        )
      }
      guard isEscaped else { return .placeholder(placeholder, isEscaped: false) }
      var escaped = placeholder
      escaped.range = (start - 1)..<placeholder.range.upperBound
      return .placeholder(escaped, isEscaped: true)
    }
    let name = String(decoding: text[namespace], as: UTF8.self)
    guard !isEscaped, namespaces.contains(name) else { return nil }
    return .malformed(
      start..<cursor.endOfSlip(from: start),
      "a placeholder is `<<namespace.name>>` or `<<namespace.name CHANGE_TO_HINT>>` on one line"
    )
  }

  /// `<<word>>` without a dot.
  private func dotless(_ cursor: Cursor, _ start: Int, _ isProse: Bool) -> Token? {
    var cursor = cursor
    cursor.takeName()
    guard cursor.take(UInt8(ascii: ">")), cursor.take(UInt8(ascii: ">")) else { return nil }
    let before = start == 0 ? nil : cursor.text[start - 1]
    let after = cursor.index < cursor.end ? cursor.text[cursor.index] : nil
    let opens = before.map { Set(" \t\n\"'=:/([@`".utf8).contains($0) } ?? true
    let closes = after.map { Set(" \t\r\n\"':,/)]`".utf8).contains($0) } ?? true
    guard isProse || (opens && closes) else { return nil }
    return .malformed(
      start..<cursor.index,
      "a placeholder's key needs a namespace, as in `<<ip.haproxy_vip>>`"
    )
  }
}

/// A placeholder as it is written.
package struct Placeholder: Hashable, Sendable {
  /// The key as written, with its dots; may begin with the name of a loop and end in a view.
  package var key: String
  /// The hint, if one is written.
  package var hint: String?
  /// The whole, brackets included, in bytes of its file.
  package var range: Range<Int>
  /// The key alone.
  var keyRange: Range<Int>
  /// The hint alone; empty without one.
  var hintRange: Range<Int>
}

/// Reads forward over a text, byte by byte.
private struct Cursor {
  let text: [UInt8]
  var index: Int
  let end: Int

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < end, text[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func takeNamespace() -> Range<Int>? {
    let start = index
    guard index < end, text[index].isLower else { return nil }
    while index < end, text[index].isLower || text[index].isDigit { index += 1 }
    return start..<index
  }

  mutating func takeName() {
    while index < end, text[index].isLower || text[index].isDigit || text[index] == .underscore {
      index += 1
    }
  }

  mutating func takeRest(of namespace: Range<Int>, from start: Int) -> Placeholder? {
    repeat {
      guard index < end, text[index].isLower || text[index].isDigit else { return nil }
      takeName()
    } while take(UInt8(ascii: "."))
    let keyRange = namespace.lowerBound..<index
    var hintRange = index..<index
    if take(UInt8(ascii: " ")) {
      let hintStart = index
      guard index < end, text[index].isUpper else { return nil }
      while index < end, text[index].isUpper || text[index].isDigit || text[index] == .underscore {
        index += 1
      }
      hintRange = hintStart..<index
    }
    guard take(UInt8(ascii: ">")), take(UInt8(ascii: ">")) else { return nil }
    return Placeholder(
      key: String(decoding: text[keyRange], as: UTF8.self),
      hint: hintRange.isEmpty ? nil : String(decoding: text[hintRange], as: UTF8.self),
      range: start..<index,
      keyRange: keyRange,
      hintRange: hintRange
    )
  }

  /// The end of what was meant as a placeholder: behind `>>`, else before a blank or line end.
  func endOfSlip(from start: Int) -> Int {
    var blank: Int?
    var place = start + 2
    while place < end, text[place] != UInt8(ascii: "\n") {
      if text[place] == UInt8(ascii: ">"), place + 1 < end, text[place + 1] == text[place] {
        return place + 2
      }
      if blank == nil, text[place] == UInt8(ascii: " ") { blank = place }
      if text[place] == UInt8(ascii: "<") { break }
      place += 1
    }
    return blank ?? place
  }
}
