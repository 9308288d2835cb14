internal import Text

/// Python.
enum PythonLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var declares = false
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .hash: scanner.addLine(.comment)
      case .quote, .apostrophe: scanString(&scanner, from: start)
      case .at where scanner.isAtLineStart || ByteClass.blanks.contains(scanner.peek(-1)):
        scanner.advance()
        scanner.skip(decoratorBytes)
        scanner.add(.name, from: start)
      case let byte where ByteClass.digits.contains(byte):
        scanner.skip(numberBytes)
        scanner.add(.number, from: start)
      case let byte where ByteClass.identifierStart.contains(byte):
        scanner.skip(.identifier)
        let word = start..<scanner.index
        if scanner.next == .quote || scanner.next == .apostrophe,
          prefixes.contains(scanner.text, word)
        {
          scanString(&scanner, from: start)
        } else if keywords.contains(scanner.text, word) {
          scanner.add(.keyword, from: start)
          declares = declarations.contains(scanner.text, word)
          continue
        } else if declares {
          scanner.add(.name, from: start)
        }
        declares = false
      default: scanner.advance()
      }
    }
  }

  /// Reads a string; three quotes open one of several lines.
  private static func scanString(_ scanner: inout Scanner, from start: Int) {
    let quote = scanner.next
    guard scanner.peek(1) == quote, scanner.peek(2) == quote else {
      return scanner.addQuoted(isOneLine: true, from: start)
    }
    scanner.advance(3)
    while !scanner.isAtEnd {
      if scanner.next == quote, scanner.peek(1) == quote, scanner.peek(2) == quote {
        scanner.advance(3)
        break
      }
      scanner.advance(scanner.next == .backslash ? 2 : 1)
    }
    scanner.add(.string, from: start)
  }

  private static let decoratorBytes = ByteClass.identifier.union(".")
  private static let numberBytes = ByteClass.identifier.union(".")
  private static let prefixes = WordSet("r u b f rb br fr rf", ignoresCase: true)
  private static let declarations = WordSet("def class")
  private static let keywords = WordSet(
    """
    False None True and as assert async await break class continue def del elif else except \
    finally for from global if import in is lambda match nonlocal not or pass raise return try \
    while with yield
    """
  )
}
