internal import Text

/// Files of environment variables, as compose and shells read them.
enum EnvLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      scanner.skip(.blanks)
      if scanner.isNext("export ") {
        let start = scanner.index
        scanner.advance(6)
        scanner.add(.keyword, from: start)
        scanner.skip(.blanks)
      }
      let start = scanner.index
      if scanner.next == .hash {
        scanner.addLine(.comment)
      } else {
        scanner.skip(until: keyEnds)
        if scanner.next == .equals { scanner.add(.key, from: start) }
        scanValue(&scanner)
      }
      scanner.advance()
    }
  }

  private static func scanValue(_ scanner: inout Scanner) {
    if scanner.next == .equals { scanner.advance() }
    let first = scanner.index
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      let start = scanner.index
      switch scanner.next {
      case .apostrophe where start == first: scanner.addQuoted(escape: 0)
      case .quote where start == first: scanner.addExpanded()
      case .hash where ByteClass.blanks.contains(scanner.peek(-1)): scanner.addLine(.comment)
      case .dollar: scanner.addVariable()
      default:
        scanner.skip(until: valueEnds)
        if scanner.index == start { scanner.advance() }
        if start == first { scanner.addWord(from: start) }
      }
    }
  }

  private static let keyEnds = ByteClass(" \t\r\n=")
  private static let valueEnds = ByteClass(" \t\r\n$#")
}
