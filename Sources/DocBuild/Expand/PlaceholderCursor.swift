internal import Text

/// Reads forward over a text, byte by byte.
struct PlaceholderCursor {
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
    } while take(.point)
    let keyRange = namespace.lowerBound..<index
    var hintRange = index..<index
    if take(.space) {
      let hintStart = index
      guard index < end, text[index].isUpper else { return nil }
      while index < end, text[index].isUpper || text[index].isDigit || text[index] == .underscore {
        index += 1
      }
      hintRange = hintStart..<index
    }
    guard take(.greaterThan), take(.greaterThan) else { return nil }
    return Placeholder(
      key: String(decoding: text[keyRange], as: UTF8.self),
      hint: hintRange.isEmpty ? nil : String(decoding: text[hintRange], as: UTF8.self),
      range: start..<index,
      keyRange: keyRange,
      hintRange: hintRange
    )
  }

  /// The end of what was meant as a placeholder: after `>>`, else after `>`, else before a space or
  /// the end of the line.
  func endOfSlip(from start: Int) -> Int {
    var space: Int?
    var single: Int?
    var place = start + 2
    while place < end, text[place] != .lineFeed, text[place] != UInt8(ascii: "\r") {
      if text[place] == .greaterThan {
        if place + 1 < end, text[place + 1] == .greaterThan { return place + 2 }
        if single == nil, space == nil { single = place + 1 }
      }
      if space == nil, text[place] == .space { space = place }
      if text[place] == .lessThan { break }
      place += 1
    }
    var last = single ?? space ?? place
    // A backslash before the next placeholder is that one's.
    while last > start + 2, text[last - 1] == .backslash { last -= 1 }
    return last
  }
}
