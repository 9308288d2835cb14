internal import Text

/// Nginx's configuration: statements that end with a semicolon or open a block.
enum NginxLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var isFirst = true
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .hash: scanner.addLine(.comment)
      case .quote: scanner.addExpanded()
      case .apostrophe: scanner.addQuoted()
      case .dollar: scanner.addVariable()
      case .backslash: scanner.advance(2)
      case .semicolon, .openBrace, .closeBrace:
        scanner.advance()
        isFirst = true
      case let byte where ByteClass.spaces.contains(byte): scanner.skip(.spaces)
      default:
        scanner.skip(until: wordEnds)
        if scanner.index == start { scanner.advance() }
        if isFirst {
          scanner.add(.key, from: start)
        } else {
          scanner.addSwitchOrWord(from: start)
        }
        isFirst = false
      }
    }
  }

  private static let wordEnds = ByteClass(" \t\r\n;{}\"'$\\")
}
