internal import Text

/// HAProxy's configuration: sections at the edge, directives beneath them.
enum HAProxyLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let line = scanner.index
      scanner.skip(.blanks)
      let start = scanner.index
      scanner.skip(wordBytes)
      let word = start..<scanner.index
      if sections.contains(scanner.text, word) {
        scanner.add(.keyword, from: start)
        scanner.skip(.blanks)
        let name = scanner.index
        scanner.skip(wordBytes)
        scanner.add(.name, from: name)
      } else if scanner.index > line {
        scanner.add(.key, from: start)
      }
      scanArguments(&scanner)
      scanner.advance()
    }
  }

  private static func scanArguments(_ scanner: inout Scanner) {
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      let start = scanner.index
      switch scanner.next {
      case .hash where start == 0 || ByteClass.spaces.contains(scanner.peek(-1)):
        scanner.addLine(.comment)
      case .quote: scanner.addQuoted(isOneLine: true)
      case .apostrophe: scanner.addQuoted(escape: 0, isOneLine: true)
      case .backslash: scanner.advance(2)
      case .percent where scanner.peek(1) == .openBracket:
        scanner.skip(until: sampleEnds)
        if scanner.next == .closeBracket { scanner.advance() }
        scanner.add(.variable, from: start)
      case .dollar: scanner.addVariable()
      case let byte where wordBytes.contains(byte):
        scanner.skip(wordBytes)
        if conditions.contains(scanner.text, start..<scanner.index) {
          scanner.add(.keyword, from: start)
        } else {
          scanner.addWord(from: start)
        }
      default: scanner.advance()
      }
    }
  }

  private static let wordBytes = ByteClass.identifier.union("-+.:/@*,_")
  private static let sampleEnds = ByteClass("]\n")
  private static let sections = WordSet(
    """
    global defaults frontend backend listen userlist peers resolvers mailers cache program ring \
    http-errors log-forward fcgi-app traces crt-store
    """
  )
  private static let conditions = WordSet("if unless or")
}
