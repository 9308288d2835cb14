internal import Text

/// The language of shells: commands, keywords, assignments, strings with what is replaced in them,
/// here-documents.
enum ShellLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    var reader = ShellReader()
    while !scanner.isAtEnd { reader.step(&scanner) }
  }
}

/// Where a shell stands in its text.
struct ShellReader {
  /// What has been opened and not closed, outermost first.
  private var open: [Context] = []
  /// Whether the next word is a command.
  private var expectsCommand = true
  /// Whether `in` is a keyword, after `for` and `case`.
  private var expectsIn = false
  /// The here-documents whose text begins on the next line.
  private var hereDocuments: [HereDocument] = []

  private enum Context {
    /// `( … )` and `$( … )`.
    case parentheses
    /// `$(( … ))`.
    case arithmetic
    /// `" … "`.
    case quotes
  }

  private struct HereDocument {
    var delimiter: [UInt8]
    var dropsTabs: Bool
    var isLiteral: Bool
  }

  /// Passes the next piece; every call passes at least one byte.
  mutating func step(_ scanner: inout Scanner) {
    switch open.last {
    case .quotes: stepQuoted(&scanner)
    case .arithmetic: stepArithmetic(&scanner)
    case .parentheses, nil: stepCommand(&scanner)
    }
  }

  private mutating func stepCommand(_ scanner: inout Scanner) {
    switch scanner.next {
    case .space, .tab, UInt8(ascii: "\r"): scanner.skip(Self.blanks)
    case .lineFeed:
      scanner.advance()
      expectsCommand = true
      for document in hereDocuments { read(document, &scanner) }
      hereDocuments = []
    case .hash where isWordStart(scanner): scanner.addLine(.comment)
    case .apostrophe:
      scanner.addQuoted(escape: 0)
      expectsCommand = false
    case .quote:
      stepQuote(&scanner)
    case .dollar: stepDollar(&scanner)
    case .backslash: scanner.advance(2)
    case .openParenthesis:
      let isArithmetic = expectsCommand && scanner.peek(1) == .openParenthesis
      scanner.advance(isArithmetic ? 2 : 1)
      open.append(isArithmetic ? .arithmetic : .parentheses)
      expectsCommand = true
    case .closeParenthesis:
      scanner.advance()
      // Without an opening one it ends a pattern of `case`.
      expectsCommand = open.popLast() == nil
    case .lessThan where scanner.peek(1) == .lessThan: stepHereDocument(&scanner)
    case .lessThan, .greaterThan:
      scanner.advance(scanner.peek(1) == .ampersand || scanner.peek(1) == .greaterThan ? 2 : 1)
    case .ampersand where scanner.peek(1) == .greaterThan: scanner.advance(2)
    case .semicolon, .ampersand, .bar, .backtick:
      scanner.advance()
      expectsCommand = true
    default: stepWord(&scanner)
    }
  }

  private func isWordStart(_ scanner: Scanner) -> Bool {
    scanner.index == 0 || Self.beforeWord.contains(scanner.text[scanner.index - 1])
  }

  private mutating func stepWord(_ scanner: inout Scanner) {
    let start = scanner.index
    if expectsCommand, ByteClass.identifierStart.contains(scanner.next) {
      scanner.skip(.identifier)
      if scanner.next == .equals || (scanner.next == .plus && scanner.peek(1) == .equals) {
        scanner.add(.variable, from: start)
        scanner.advance(scanner.next == .plus ? 2 : 1)
        return scanner.skip(until: Self.wordEnds)
      }
    }
    scanner.skip(until: Self.wordEnds)
    if scanner.index == start { scanner.advance() }
    let word = start..<scanner.index
    if expectsIn, scanner.text[word].elementsEqual("in".utf8) {
      expectsIn = false
      return scanner.add(.keyword, from: start)
    }
    guard expectsCommand else { return }
    if Self.keywords.contains(scanner.text, word) {
      scanner.add(.keyword, from: start)
      expectsCommand = !Self.openers.contains(scanner.text, word)
      expectsIn = !expectsCommand
    } else if scanner.text[start] != .hyphen {
      scanner.add(.name, from: start)
      expectsCommand = Self.prefixes.contains(scanner.text, word)
    } else {
      expectsCommand = false
    }
  }

  // MARK: What is replaced

  private mutating func stepDollar(_ scanner: inout Scanner) {
    if scanner.peek(1) == .apostrophe {
      scanner.advance()
      scanner.addQuoted()
      expectsCommand = false
    } else if scanner.peek(1) == .openParenthesis {
      let isArithmetic = scanner.peek(2) == .openParenthesis
      scanner.advance(isArithmetic ? 3 : 2)
      open.append(isArithmetic ? .arithmetic : .parentheses)
      expectsCommand = true
    } else {
      scanner.addVariable()
      expectsCommand = false
    }
  }

  private mutating func stepQuote(_ scanner: inout Scanner) {
    let start = scanner.index
    scanner.advance()
    open.append(.quotes)
    expectsCommand = false
    readQuoted(&scanner, from: start)
  }

  private mutating func stepQuoted(_ scanner: inout Scanner) {
    if scanner.next == .dollar {
      let start = scanner.index
      stepDollar(&scanner)
      if scanner.index > start { return }
    }
    readQuoted(&scanner, from: scanner.index)
  }

  /// Reads a part of a text in quotes, up to what is replaced in it or to its end.
  private mutating func readQuoted(_ scanner: inout Scanner, from start: Int) {
    while !scanner.isAtEnd {
      switch scanner.next {
      case .quote:
        scanner.advance()
        open.removeLast()
        expectsCommand = false
        return scanner.add(.string, from: start)
      case .backslash: scanner.advance(2)
      case .dollar where startsReplaced(scanner.peek(1)): return scanner.add(.string, from: start)
      default: scanner.index += 1
      }
    }
    scanner.add(.string, from: start)
  }

  private func startsReplaced(_ byte: UInt8) -> Bool {
    ByteClass.identifierStart.contains(byte) || byte == .openBrace || byte == .openParenthesis
      || Self.parameters.contains(byte)
  }

  private mutating func stepArithmetic(_ scanner: inout Scanner) {
    let start = scanner.index
    switch scanner.next {
    case .closeParenthesis where scanner.peek(1) == .closeParenthesis:
      scanner.advance(2)
      open.removeLast()
      expectsCommand = false
    case .dollar: stepDollar(&scanner)
    case let byte where ByteClass.digits.contains(byte):
      scanner.skip(.identifier)
      scanner.add(.number, from: start)
    default: scanner.advance()
    }
  }

  // MARK: Here-documents

  private mutating func stepHereDocument(_ scanner: inout Scanner) {
    if scanner.peek(2) == .lessThan { return scanner.advance(3) }
    scanner.advance(2)
    let dropsTabs = scanner.next == .hyphen
    if dropsTabs { scanner.advance() }
    scanner.skip(.blanks)
    let start = scanner.index
    let quote = scanner.next
    let isLiteral = quote == .quote || quote == .apostrophe || quote == .backslash
    if isLiteral { scanner.advance() }
    scanner.skip(until: Self.wordEnds)
    let delimiter = Array(scanner.text[(isLiteral ? start + 1 : start)..<scanner.index])
    if isLiteral, quote != .backslash, scanner.next == quote { scanner.advance() }
    guard !delimiter.isEmpty else { return }
    scanner.add(.keyword, from: start)
    hereDocuments.append(
      HereDocument(delimiter: delimiter, dropsTabs: dropsTabs, isLiteral: isLiteral)
    )
  }

  private func read(_ document: HereDocument, _ scanner: inout Scanner) {
    var start = scanner.index
    while !scanner.isAtEnd {
      let line = scanner.index
      if document.dropsTabs { scanner.skip(Self.tabs) }
      let first = scanner.index
      scanner.skipLine()
      if scanner.text[first..<scanner.index].elementsEqual(document.delimiter) {
        let end = scanner.index
        scanner.index = first
        scanner.add(.string, from: start)
        scanner.index = end
        return scanner.add(.keyword, from: first)
      }
      if !document.isLiteral {
        let end = scanner.index
        scanner.index = line
        while scanner.index < end {
          guard scanner.next == .dollar else {
            scanner.index += 1
            continue
          }
          scanner.add(.string, from: start)
          start = scanner.index
          scanner.addVariable()
          if scanner.tokensEnd(at: scanner.index) { start = scanner.index }
        }
      }
      scanner.advance()
    }
    scanner.add(.string, from: start)
  }

  private static let blanks = ByteClass(" \t\r")
  private static let tabs = ByteClass("\t")
  private static let wordEnds = ByteClass(" \t\r\n;&|()<>\"'`$\\")
  private static let beforeWord = ByteClass(" \t\r\n;&|(`")
  private static let parameters = ByteClass("0123456789@*#?$!-")
  private static let keywords = WordSet(
    "if then elif else fi for in do done while until case esac function select time { } [[ ]] !"
  )
  /// Keywords that no command follows.
  private static let openers = WordSet("for case select function fi done esac } [[ ]]")
  /// Commands whose first argument is a command.
  private static let prefixes = WordSet("sudo exec command nohup env xargs")
}
