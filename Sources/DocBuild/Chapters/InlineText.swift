internal import HTML
internal import Text

/// Reads parts of inlines as Markdown does.
enum InlineText {
  /// Returns where the bracket is closed that opens at an offset.
  static func closingBracket(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start + 1
    while index < end {
      switch text[index] {
      case .backslash: index += 1
      case .openBracket: return nil
      case .closeBracket: return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Returns the destination that a range begins with, spaces before it left out.
  static func destination(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let start = text[range].firstIndex(where: { !$0.isHTMLSpace }) else { return nil }
    var index = start
    if text[start] == .lessThan {
      index += 1
      while index < range.upperBound, text[index] != .greaterThan {
        if text[index] == .lineFeed { return nil }
        index += text[index] == .backslash ? 2 : 1
      }
      return index < range.upperBound ? (start + 1)..<index : nil
    }
    var depth = 0
    scan: while index < range.upperBound {
      switch text[index] {
      case .backslash where index + 1 < range.upperBound && text[index + 1].isPunctuation:
        index += 1
      case .openParenthesis: depth += 1
      case .closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      case 0...0x20: break scan
      default: break
      }
      index += 1
    }
    return start..<min(index, range.upperBound)
  }

  /// Returns the offset behind a code span; behind its opening marks where nothing closes it.
  static func endOfCode(in text: [UInt8], from start: Int, to end: Int) -> Int {
    let marks = text[start..<end].prefix { $0 == .backtick }.count
    var index = start + marks
    while let next = text[index..<end].firstIndex(of: .backtick) {
      let count = text[next..<end].prefix { $0 == .backtick }.count
      if count == marks { return next + count }
      index = next + count
    }
    return start + marks
  }

  /// Returns a destination without escapes and references to characters.
  static func plain(_ written: ArraySlice<UInt8>) -> [UInt8] {
    guard written.contains(.backslash) || written.contains(.ampersand) else {
      return Array(written)
    }
    var bytes: [UInt8] = []
    var index = written.startIndex
    while index < written.endIndex {
      if written[index] == .backslash, index + 1 < written.endIndex,
        written[index + 1].isPunctuation
      {
        // An escaped ampersand begins no reference.
        bytes += written[index + 1] == .ampersand ? Array("&amp;".utf8) : [written[index + 1]]
        index += 2
      } else {
        bytes.append(written[index])
        index += 1
      }
    }
    return HTMLText.plainBytes(bytes[...])
  }
}

extension UInt8 {
  /// Whether it is punctuation of ASCII.
  var isPunctuation: Bool { 0x21...0x7E ~= self && !isLetterOrDigit }
}
