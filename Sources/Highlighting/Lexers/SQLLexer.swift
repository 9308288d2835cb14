internal import Text

/// SQL as PostgreSQL reads it, with the commands of psql.
enum SQLLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .hyphen where scanner.peek(1) == .hyphen: scanner.addLine(.comment)
      case .slash where scanner.peek(1) == .star: scanner.addBlockComment()
      case .apostrophe: scanner.addQuoted(escape: 0)
      case .quote:
        scanner.skipQuoted()
        scanner.add(.name, from: start)
      case .dollar: scanDollar(&scanner)
      case .backslash where scanner.isAtLineStart:
        scanner.advance()
        scanner.skip(.identifier)
        scanner.add(.name, from: start)
      case .colon where ByteClass.identifierStart.contains(scanner.peek(1)):
        if scanner.peek(-1) == .colon { scanner.advance() } else { scanParameter(&scanner) }
      case let byte where ByteClass.digits.contains(byte):
        scanner.skip(numberBytes)
        scanner.addWord(from: start)
      case let byte where ByteClass.identifierStart.contains(byte):
        scanner.skip(.identifier)
        let isKeyword = keywords.contains(scanner.text, start..<scanner.index)
        scanner.add(isKeyword ? .keyword : .plain, from: start)
      default: scanner.advance()
      }
    }
  }

  private static func scanParameter(_ scanner: inout Scanner) {
    let start = scanner.index
    scanner.advance()
    scanner.skip(.identifier)
    scanner.add(.variable, from: start)
  }

  /// Reads `$1`, or a text between two marks such as `$$` or `$body$`.
  private static func scanDollar(_ scanner: inout Scanner) {
    let start = scanner.index
    scanner.advance()
    if ByteClass.digits.contains(scanner.next) {
      scanner.skip(.digits)
      return scanner.add(.variable, from: start)
    }
    scanner.skip(.identifier)
    guard scanner.next == .dollar else { return }
    scanner.advance()
    let mark = scanner.text[start..<scanner.index]
    while !scanner.isAtEnd {
      if scanner.next == .dollar, scanner.index + mark.count <= scanner.end,
        scanner.text[scanner.index..<(scanner.index + mark.count)].elementsEqual(mark)
      {
        scanner.advance(mark.count)
        break
      }
      scanner.advance()
    }
    scanner.add(.string, from: start)
  }

  private static let numberBytes = ByteClass.digits.union(".eE")
  private static let keywords = WordSet(
    """
    add all alter analyze and any as asc authorization begin between by call cascade case cast \
    check checkpoint collate column commit concurrently constraint copy create cross current \
    database declare default delete desc distinct do drop else end except exclude exists explain \
    extension false fetch filter first following for foreign from full function grant group \
    having if in index inner insert intersect into is isolation join key language last lateral \
    left level like ilike limit local lock login materialized natural no not notify null nulls of \
    offset on only or order outer over owner owned partition password policy primary privileges \
    procedure publication reassign recursive references refresh reindex rename replace replication \
    reset restrict returning returns revoke right role rollback row rows schema select sequence \
    session set setof show similar some start subscription superuser table tablespace temp \
    template temporary then to transaction trigger true truncate type union unique unlogged update \
    user using vacuum valid values view when where window with within work
    """,
    ignoresCase: true
  )
}

extension Scanner {
  /// Passes a text in quotes, without adding it.
  mutating func skipQuoted() {
    let quote = next
    advance()
    while !isAtEnd, next != quote { index += 1 }
    advance()
  }
}
