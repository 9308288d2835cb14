internal import Text

/// Files of settings without a standard of their own: the first word of a line is a key.
enum ConfLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      scanner.skip(.blanks)
      let start = scanner.index
      switch scanner.next {
      case .hash, .semicolon, .bang: scanner.addLine(.comment)
      case .openBracket: scanner.addLine(.name)
      default:
        scanner.skip(until: keyEnds)
        scanner.add(.key, from: start)
        scanValue(&scanner)
      }
      scanner.advance()
    }
  }

  /// Reads the words behind a key; a remark may follow them.
  private static func scanValue(_ scanner: inout Scanner) {
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      let start = scanner.index
      switch scanner.next {
      case .quote, .apostrophe: scanner.addQuoted(isOneLine: true)
      case .hash where ByteClass.blanks.contains(scanner.peek(-1)): scanner.addLine(.comment)
      case let byte where wordBytes.contains(byte):
        scanner.skip(wordBytes)
        scanner.addSwitchOrWord(from: start)
      default: scanner.advance()
      }
    }
  }

  private static let keyEnds = ByteClass(" \t\r\n={};")
  private static let wordBytes = ByteClass.identifier.union("-+.:/@%*")
}
