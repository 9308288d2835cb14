internal import Text

/// JSON, with comments where a program allows them.
enum JSONLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .quote: scanString(&scanner)
      case .slash where scanner.peek(1) == .slash: scanner.addLine(.comment)
      case .slash where scanner.peek(1) == .star: scanner.addBlockComment()
      case let byte where ByteClass.letters.contains(byte):
        scanner.skip(.identifier)
        let isLiteral = literals.contains(scanner.text, start..<scanner.index)
        scanner.add(isLiteral ? .keyword : .plain, from: start)
      case let byte where byte == .hyphen || ByteClass.digits.contains(byte):
        scanner.skip(numberBytes)
        scanner.add(.number, from: start)
      default: scanner.advance()
      }
    }
  }

  /// Reads a string, which is a key where a colon follows.
  private static func scanString(_ scanner: inout Scanner) {
    let start = scanner.index
    scanner.advance()
    while !scanner.isAtEnd, scanner.next != .quote, scanner.next != .lineFeed {
      scanner.advance(scanner.next == .backslash ? 2 : 1)
    }
    if scanner.next == .quote { scanner.advance() }
    var after = scanner.index
    while after < scanner.end, ByteClass.spaces.contains(scanner.text[after]) { after += 1 }
    let isKey = after < scanner.end && scanner.text[after] == .colon
    scanner.add(isKey ? .key : .string, from: start)
  }

  private static let literals = WordSet("true false null")
  private static let numberBytes = ByteClass.digits.union("+-.eE")
}
