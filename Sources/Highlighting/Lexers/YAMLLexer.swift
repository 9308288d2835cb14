internal import Text

/// YAML: keys, scalars with their kinds, anchors, blocks of text, and the `{{ }}` and `${ }` that
/// programs replace in it.
enum YAMLLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var depth = 0
    while !scanner.isAtEnd { scanLine(&scanner, &depth) }
  }

  /// Reads a line, and the block of text that it opens.
  private static func scanLine(_ scanner: inout Scanner, _ depth: inout Int) {
    let start = scanner.index
    scanner.skip(.blanks)
    if scanner.index == start, scanner.isNext("---") || scanner.isNext("...") {
      scanner.advance(3)
      scanner.add(.keyword, from: start)
    } else if scanner.index == start, scanner.next == .percent {
      scanner.addLine(.comment)
    }
    var column = -1
    var opensBlock = false
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      let place = scanner.index
      switch scanner.next {
      case .space, .tab, UInt8(ascii: "\r"): scanner.skip(lineBlanks)
      case .hash where place == start || lineBlanks.contains(scanner.peek(-1)):
        scanner.addLine(.comment)
      case .quote, .apostrophe: scanQuoted(&scanner)
      case .openBrace where scanner.peek(1) == .openBrace: scanReplaced(&scanner)
      case .openBracket, .openBrace:
        depth += 1
        scanner.advance()
      case .closeBracket, .closeBrace:
        depth = max(0, depth - 1)
        scanner.advance()
      case .comma where depth > 0: scanner.advance()
      case .hyphen where lineBlanks.contains(scanner.peek(1)) || scanner.peek(1) == .lineFeed:
        if depth == 0 { column = place - start }
        scanner.advance()
      case UInt8(ascii: "?") where lineBlanks.contains(scanner.peek(1)): scanner.advance()
      case .colon where isAfterKey(scanner.peek(1), depth): scanner.advance()
      case let byte where anchors.contains(byte) && scanner.peek(1) > .space:
        scanner.skip(until: nameEnds)
        scanner.add(.variable, from: place)
      case let byte where depth == 0 && blockMarks.contains(byte) && isBlockHeader(scanner):
        opensBlock = true
        scanner.skip(blockHeader)
      default:
        if scanPlain(&scanner, depth) == .key, depth == 0 { column = place - start }
        continue
      }
      if scanner.index > place, isKey(scanner, place, depth) {
        if depth == 0 { column = place - start }
      }
      // Nothing above may stand still.
      if scanner.index == place { scanner.advance() }
    }
    scanner.advance()
    if opensBlock { scanBlock(&scanner, deeperThan: column) }
  }

  /// Whether a quoted scalar that began at a place is a key.
  private static func isKey(_ scanner: Scanner, _ place: Int, _ depth: Int) -> Bool {
    let first = scanner.text[place]
    return (first == .quote || first == .apostrophe) && scanner.next == .colon
      && isAfterKey(scanner.peek(1), depth)
  }

  private static func isAfterKey(_ byte: UInt8, _ depth: Int) -> Bool {
    lineBlanks.contains(byte) || byte == .lineFeed || byte == 0
      || (depth > 0 && flowEnds.contains(byte))
  }

  private static func isBlockHeader(_ scanner: Scanner) -> Bool {
    var place = scanner.index + 1
    while place < scanner.end, blockHeader.contains(scanner.text[place]) { place += 1 }
    while place < scanner.end, lineBlanks.contains(scanner.text[place]) { place += 1 }
    return place >= scanner.end || scanner.text[place] == .lineFeed
      || scanner.text[place] == .hash
  }

  /// Reads a scalar in quotes, which is a key where a colon follows.
  private static func scanQuoted(_ scanner: inout Scanner) {
    let quote = scanner.next
    var start = scanner.index
    scanner.advance()
    while !scanner.isAtEnd, scanner.next != quote {
      if quote == .quote, scanner.next == .backslash {
        scanner.advance(2)
      } else if isReplaced(scanner) {
        scanner.add(.string, from: start)
        scanReplaced(&scanner)
        start = scanner.index
      } else {
        scanner.advance()
      }
    }
    scanner.advance()
    let isKey = scanner.next == .colon && isAfterKey(scanner.peek(1), 1)
    scanner.add(isKey ? .key : .string, from: start)
  }

  /// Reads a scalar without quotes up to the end of its line.
  private static func scanPlain(_ scanner: inout Scanner, _ depth: Int) -> Token.Kind {
    var start = scanner.index
    let first = start
    while !scanner.isAtEnd {
      let byte = scanner.next
      if byte == .lineFeed || (depth > 0 && flowEnds.contains(byte)) { break }
      if byte == .colon, isAfterKey(scanner.peek(1), depth) {
        scanner.add(.key, from: start)
        return .key
      }
      if byte == .hash, scanner.index > first, lineBlanks.contains(scanner.peek(-1)) { break }
      if isReplaced(scanner) {
        scanReplaced(&scanner)
        start = scanner.index
      } else {
        scanner.index += 1
      }
    }
    guard start == first else { return .plain }
    let stop = scanner.index
    while scanner.index > start, lineBlanks.contains(scanner.peek(-1)) { scanner.index -= 1 }
    if literals.contains(scanner.text, start..<scanner.index) {
      scanner.add(.keyword, from: start)
    } else {
      scanner.addWord(from: start)
    }
    scanner.index = stop
    return .plain
  }

  private static func isReplaced(_ scanner: Scanner) -> Bool {
    scanner.peek(1) == .openBrace && (scanner.next == .dollar || scanner.next == .openBrace)
  }

  /// Reads `{{ name }}` or `${name}`, on one line.
  private static func scanReplaced(_ scanner: inout Scanner) {
    let start = scanner.index
    let isJinja = scanner.next == .openBrace
    scanner.advance(2)
    while !scanner.isAtEnd, scanner.next != .lineFeed {
      if scanner.next == .closeBrace, !isJinja || scanner.peek(1) == .closeBrace {
        scanner.advance(isJinja ? 2 : 1)
        break
      }
      scanner.advance()
    }
    scanner.add(.variable, from: start)
  }

  /// Reads the lines of a block of text: those that are empty or begin further in.
  private static func scanBlock(_ scanner: inout Scanner, deeperThan column: Int) {
    var start = scanner.index
    while !scanner.isAtEnd {
      let line = scanner.index
      scanner.skip(.blanks)
      let isEmpty = scanner.next == .lineFeed || scanner.next == UInt8(ascii: "\r")
      guard isEmpty || scanner.index - line > column else {
        scanner.index = line
        break
      }
      while !scanner.isAtEnd, scanner.next != .lineFeed {
        guard isReplaced(scanner) else {
          scanner.index += 1
          continue
        }
        scanner.add(.string, from: start)
        scanReplaced(&scanner)
        start = scanner.index
      }
      scanner.advance()
    }
    scanner.add(.string, from: start)
  }

  private static let lineBlanks = ByteClass(" \t\r")
  private static let anchors = ByteClass("&*!")
  private static let nameEnds = ByteClass(" \t\r\n,[]{}")
  private static let flowEnds = ByteClass(",[]{}")
  private static let blockMarks = ByteClass("|>")
  private static let blockHeader = ByteClass("|>+-0123456789")
  private static let literals = WordSet(
    "true false null yes no on off ~",
    ignoresCase: true
  )
}
