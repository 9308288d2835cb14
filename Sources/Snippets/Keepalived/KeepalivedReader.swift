internal import Diagnostics
internal import Languages
internal import Text

/// Reads keepalived.conf as keepalived does (`read_line` and `process_stream` of its parser.c).
struct KeepalivedReader {
  private enum Token {
    case word(Word)
    case open(Range<Int>)
    case close(Range<Int>)
    case endOfLine
  }

  /// No block of keepalived stands half as deep.
  private static let deepest = 16

  private let text: [UInt8]
  private var tokens: [Token] = []
  private var conditions: [Int: KeepalivedStatement.Condition] = [:]
  private var index = 0
  private var diagnostics: [Diagnostic] = []

  /// Returns the statements of a text, what is wrong with its quotes and blocks, and the braces that
  /// close nothing.
  static func read(
    _ text: [UInt8]
  ) -> (outcome: Outcome<[KeepalivedStatement]>, strays: [Range<Int>]) {
    var reader = KeepalivedReader(text: text)
    for line in text.physicalLines { reader.split(line) }
    var statements: [KeepalivedStatement] = []
    var strays: [Range<Int>] = []
    while reader.index < reader.tokens.count {
      statements += reader.readBlock()
      // What a block did not take is a brace that closes nothing.
      if case .close(let range)? = reader.next {
        strays.append(range)
        reader.index += 1
      }
    }
    return (Outcome(statements, reader.diagnostics), strays)
  }

  private init(text: [UInt8]) { self.text = text }

  private var next: Token? { index < tokens.count ? tokens[index] : nil }

  /// Parts a line: `!` and `#` begin a comment, braces stand for themselves, both outside of quotes.
  private mutating func split(_ line: Range<Int>) {
    var position = line.lowerBound
    func skipBlanks() { while position < line.upperBound, text[position].isBlank { position += 1 } }
    skipBlanks()
    if position < line.upperBound, text[position] == UInt8(ascii: "@") {
      let word = readWord(at: &position, to: line.upperBound)
      let isReversed = word.text.hasPrefix("@^")
      let server = String(word.text.dropFirst(isReversed ? 2 : 1))
      conditions[tokens.count] = .init(server: server, isReversed: isReversed)
    }
    while true {
      skipBlanks()
      guard position < line.upperBound else { break }
      let byte = text[position]
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "!") { break }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
        let range = position..<position + 1
        tokens.append(byte == UInt8(ascii: "{") ? .open(range) : .close(range))
        position += 1
      } else {
        tokens.append(.word(readWord(at: &position, to: line.upperBound)))
      }
    }
    tokens.append(.endOfLine)
  }

  private mutating func readWord(at position: inout Int, to end: Int) -> Word {
    let start = position
    var content: [UInt8] = []
    if text[position] == UInt8(ascii: "\"") {
      position += 1
      while position < end, text[position] != UInt8(ascii: "\"") {
        content.append(text[position])
        position += 1
      }
      let isClosed = position < end
      if isClosed { position += 1 }
      let word = Word(
        text: content.text,
        range: start..<position,
        isQuoted: true,
        isClosed: isClosed
      )
      if !isClosed { diagnostics.append(.keepalivedQuote(at: word.range)) }
      return word
    }
    let ends: [UInt8] = Array("\"{}#!".utf8)
    while position < end, !text[position].isBlank, !ends.contains(text[position]) {
      if text[position] == UInt8(ascii: "$"), position + 1 < end,
        text[position + 1] == UInt8(ascii: "{")
      {
        while position < end, text[position] != UInt8(ascii: "}") {
          content.append(text[position])
          position += 1
        }
        guard position < end else { break }
      }
      if text[position] == UInt8(ascii: "\\"), position + 1 < end { position += 1 }
      content.append(text[position])
      position += 1
    }
    return Word(text: content.text, range: start..<position)
  }

  /// Reads statements until a brace closes the block or the text ends; the brace is left.
  private mutating func readBlock() -> [KeepalivedStatement] {
    var statements: [KeepalivedStatement] = []
    // Blocks in blocks are held here rather than by calls, so that no depth can exhaust the stack.
    var open: [(outer: [KeepalivedStatement], statement: KeepalivedStatement)] = []
    while let token = next {
      switch token {
      case .endOfLine: index += 1
      case .open(let range):
        diagnostics.append(.keepalivedBrace(opening: range))
        index += 1
      case .close:
        guard var (outer, statement) = open.popLast() else { return statements }
        index += 1
        statement.block = statements
        outer.append(statement)
        statements = outer
      case .word:
        var statement = readStatement()
        if let brace = takeBrace() {
          guard open.count < Self.deepest else {
            diagnostics.append(.keepalivedBrace(opening: brace))
            break
          }
          statement.brace = brace
          open.append((statements, statement))
          statements = []
        } else {
          statements.append(statement)
        }
      }
    }
    while var (outer, statement) = open.popLast() {
      diagnostics.append(.keepalivedBrace(unclosed: statement))
      statement.block = statements
      outer.append(statement)
      statements = outer
    }
    return statements
  }

  private mutating func readStatement() -> KeepalivedStatement {
    let condition = conditions[index]
    var words: [Word] = []
    while case .word(let word)? = next {
      words.append(word)
      index += 1
    }
    return KeepalivedStatement(words: words, condition: condition)
  }

  /// A block may begin on one of the next lines.
  private mutating func takeBrace() -> Range<Int>? {
    var ahead = index
    while ahead < tokens.count {
      switch tokens[ahead] {
      case .endOfLine: ahead += 1
      case .open(let range):
        index = ahead + 1
        return range
      case .word, .close: return nil
      }
    }
    return nil
  }
}
