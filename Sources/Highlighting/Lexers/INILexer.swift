internal import Text

/// INI: sections, keys, values; a remark has a line of its own.
enum INILexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      scanLine(&scanner)
      scanner.advance()
    }
  }

  private static func scanLine(_ scanner: inout Scanner) {
    scanner.skip(.blanks)
    let start = scanner.index
    switch scanner.next {
    case .hash, .semicolon: scanner.addLine(.comment)
    case .openBracket: scanner.addLine(.name)
    default:
      scanner.skip(until: separators)
      guard scanner.next == .equals || scanner.next == .colon else { return scanner.skipLine() }
      scanner.index = scanner.endOfWord(from: start)
      scanner.add(.key, from: start)
      scanner.skip(until: separators)
      scanner.advance()
      scanner.addSetting()
    }
  }

  private static let separators = ByteClass("=:\r\n")
}

extension Scanner {
  /// The end of the words between a place and the next byte, without the blanks behind them.
  func endOfWord(from start: Int) -> Int {
    var place = index
    while place > start, ByteClass.spaces.contains(text[place - 1]) { place -= 1 }
    return place
  }

  /// Adds the rest of the line as the value of a setting: text in quotes, a number, a word that
  /// switches something, or plain.
  mutating func addSetting() {
    skip(.blanks)
    let start = index
    if next == .quote || next == .apostrophe {
      addQuoted(isOneLine: true)
      return skipLine()
    }
    skipLine()
    let stop = index
    index = endOfWord(from: start)
    addSwitchOrWord(from: start)
    index = stop
  }

  /// Words that switch a setting.
  static let switches = WordSet("true false yes no on off none null", ignoresCase: true)
}
