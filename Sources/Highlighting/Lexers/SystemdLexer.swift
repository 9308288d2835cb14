internal import Text

/// Units of systemd: sections, keys, values over several lines, specifiers such as `%i`.
enum SystemdLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var continues = false
    while !scanner.isAtEnd {
      let line = scanner.index
      scanner.skip(.blanks)
      let start = scanner.index
      switch scanner.next {
      case .hash, .semicolon: scanner.addLine(.comment)
      case .openBracket where !continues: scanner.addLine(.name)
      default:
        if !continues {
          scanner.skip(until: keyEnds)
          if scanner.next == .equals { scanner.add(.key, from: start) }
        }
        scanValue(&scanner)
        continues = scanner.index > line && scanner.peek(-1) == .backslash
      }
      scanner.advance()
    }
  }

  private static func scanValue(_ scanner: inout Scanner) {
    if scanner.next == .equals { scanner.advance() }
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      let start = scanner.index
      switch scanner.next {
      case .quote, .apostrophe: scanner.addQuoted(isOneLine: true)
      case .dollar: scanner.addVariable()
      case .percent where ByteClass.letters.contains(scanner.peek(1)):
        scanner.advance(2)
        scanner.add(.variable, from: start)
      case let byte where wordBytes.contains(byte):
        scanner.skip(wordBytes)
        scanner.addSwitchOrWord(from: start)
      default: scanner.advance()
      }
    }
  }

  private static let keyEnds = ByteClass(" \t\r\n=")
  private static let wordBytes = ByteClass.identifier.union("-+.:/@")
}
