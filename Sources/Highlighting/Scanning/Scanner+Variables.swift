internal import Text

extension Scanner {
  /// Adds `$name`, `${name…}` or `$1`; passes a dollar that names nothing.
  mutating func addVariable() {
    let start = index
    advance()
    switch next {
    case .openBrace:
      var depth = 0
      while !isAtEnd, next != .lineFeed {
        if next == .openBrace { depth += 1 }
        if next == .closeBrace { depth -= 1 }
        advance(next == .backslash ? 2 : 1)
        if depth == 0 { break }
      }
    case let byte where ByteClass.identifierStart.contains(byte): skip(.identifier)
    case let byte where Self.parameters.contains(byte): advance()
    default: return
    }
    add(.variable, from: start)
  }

  /// Adds a text in double quotes, with the variables in it.
  mutating func addExpanded() {
    var start = index
    advance()
    while !isAtEnd, next != .quote {
      if next == .dollar {
        add(.string, from: start)
        start = index
        addVariable()
        if tokensEnd(at: index) { start = index }
      } else {
        advance(next == .backslash ? 2 : 1)
      }
    }
    advance()
    add(.string, from: start)
  }

  /// Adds `/* … */`, to its end or that of the text.
  mutating func addBlockComment() {
    let start = index
    advance(2)
    while !isAtEnd, !(next == .star && peek(1) == .slash) { advance() }
    advance(2)
    add(.comment, from: start)
  }

  /// Whether the last token ends at a place.
  func tokensEnd(at place: Int) -> Bool { tokens.last?.end == place }

  /// What a shell puts behind a dollar beside names.
  private static let parameters = ByteClass("0123456789@*#?$!-")
}
