internal import Text

/// TOML: tables, keys, values over one or more lines.
enum TOMLLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var depth = 0
    var isKeyNext = true
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .lineFeed:
        scanner.advance()
        isKeyNext = depth == 0
      case .hash: scanner.addLine(.comment)
      case .openBracket where isKeyNext:
        scanner.skip(until: tableEnds)
        while scanner.next == .closeBracket { scanner.advance() }
        scanner.add(.name, from: start)
        isKeyNext = false
      case .quote, .apostrophe: scanString(&scanner, isKey: isKeyNext)
      case .equals:
        scanner.advance()
        isKeyNext = false
      case .openBracket, .openBrace:
        isKeyNext = scanner.next == .openBrace
        depth += 1
        scanner.advance()
      case .closeBracket, .closeBrace:
        depth = max(0, depth - 1)
        scanner.advance()
      case .comma:
        // In a table on one line a key follows; in a list none does, and none is coloured.
        isKeyNext = depth > 0 && isBeforeEquals(scanner)
        scanner.advance()
      case let byte where ByteClass.spaces.contains(byte): scanner.advance()
      default:
        scanner.skip(until: wordEnds)
        if scanner.index == start { scanner.advance() }
        if isKeyNext {
          scanner.add(.key, from: start)
        } else if literals.contains(scanner.text, start..<scanner.index) {
          scanner.add(.keyword, from: start)
        } else if ByteClass.digits.contains(scanner.text[start]) {
          scanner.add(.number, from: start)
        } else {
          scanner.addWord(from: start)
        }
      }
    }
  }

  private static func isBeforeEquals(_ scanner: Scanner) -> Bool {
    var place = scanner.index + 1
    while place < scanner.end, !pairEnds.contains(scanner.text[place]) { place += 1 }
    return place < scanner.end && scanner.text[place] == .equals
  }

  /// Reads a string; three quotes open one of several lines.
  private static func scanString(_ scanner: inout Scanner, isKey: Bool) {
    let quote = scanner.next
    guard scanner.peek(1) == quote, scanner.peek(2) == quote else {
      guard isKey else {
        return scanner.addQuoted(escape: quote == .quote ? .backslash : 0, isOneLine: true)
      }
      let start = scanner.index
      scanner.skip(until: keyEnds)
      return scanner.add(.key, from: start)
    }
    let start = scanner.index
    scanner.advance(3)
    while !scanner.isAtEnd {
      if scanner.next == quote, scanner.peek(1) == quote, scanner.peek(2) == quote {
        scanner.advance(3)
        break
      }
      scanner.advance(scanner.next == .backslash && quote == .quote ? 2 : 1)
    }
    scanner.add(.string, from: start)
  }

  private static let tableEnds = ByteClass("]\n")
  private static let keyEnds = ByteClass("=\n")
  private static let pairEnds = ByteClass("=,\n[]{}")
  private static let wordEnds = ByteClass(" \t\r\n=,[]{}#\"'")
  private static let literals = WordSet("true false inf nan")
}
