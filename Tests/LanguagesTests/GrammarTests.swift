import Testing

@testable import Languages

@Suite struct GrammarTests {
  private static let grammar = Grammar(
    """
    File = < Block EOL | Statement EOL >
    Block = block NAME '{' < Statement EOL > '}'
    Statement "a statement" = set NAME (Sign NUMBER)? | stop+ | ( go | run ) ~fast?
    Sign "a sign" = '=' | is
    """,
    reserved: ["block", "set", "stop"],
    blocks: ["block"]
  )

  /// Words, numbers, signs and line ends, with spaces between.
  private static func tokens(_ text: String) -> [GrammarToken] {
    var tokens: [GrammarToken] = []
    for (index, word) in text.split(separator: " ").enumerated() {
      let kind: GrammarToken.Kind =
        word == ";"
        ? .eol
        : word.first?.isNumber == true
          ? .number
          : word.first?.isLetter == true ? .name : .punctuation
      tokens.append(GrammarToken(kind, String(word), at: index..<index + 1))
    }
    return tokens + [GrammarToken(.eof, "", at: tokens.count..<tokens.count)]
  }

  private static func read(_ text: String) -> (file: GrammarNode, parser: GrammarParser) {
    var parser = GrammarParser(grammar, tokens(text))
    return (parser.read(as: "File"), parser)
  }

  @Test func `a text that fits is a tree`() {
    let (file, parser) = Self.read("block a { set x = 5 ; stop stop ; } ; run fast ;")
    #expect(parser.mistakes.isEmpty)
    #expect(file.children.map(\.rule) == ["Block", "Statement"])
    #expect(file.all("Statement").map(\.tokens) == [3..<7, 8..<10, 13..<15])
    #expect(file.first("Sign")?.tokens == 5..<6)
  }

  @Test func `a mistake is where no form goes on, with what could be there`() {
    let (_, parser) = Self.read("set x of 5 ; stop ;")
    #expect(parser.mistakes.map(\.token) == [2])
    #expect(parser.mistakes.first?.expected == ["a sign", "the end of the line"])
    #expect(parser.mistakes.first?.words == ["=", "is"])
  }

  @Test func `reserved words are no names, and quiet forms are not offered`() {
    let (_, parser) = Self.read("set stop ; run run ;")
    #expect(parser.mistakes.map(\.token) == [1, 4])
    #expect(parser.mistakes.last?.words == [])
  }

  @Test func `what follows from a mistake is silent`() {
    let (file, parser) = Self.read(
      "block 5 { ; whatever ; } ; stop ; block b { ; sotp ; set x ; } ; run ;"
    )
    #expect(parser.mistakes.map(\.token) == [1, 14])
    #expect(file.all("Statement").count == 3)
  }

  @Test func `a brace that is missing is one mistake`() {
    let (_, parser) = Self.read("block a { stop ; block b { run ; } ; go ;")
    #expect(parser.mistakes.map(\.token) == [5])
    #expect(parser.mistakes.first?.words == ["}"])
    let (_, other) = Self.read("stop ; } ; run ;")
    #expect(other.mistakes.map(\.token) == [2])
  }

  @Test func `no depth ends the program`() {
    let deep = Grammar(
      "File = < Open EOL >\nOpen = '(' Open ')' | NUMBER",
      reserved: [],
      blocks: []
    )
    let text =
      String(repeating: "( ", count: 5000) + "5 " + String(repeating: ") ", count: 5000) + ";"
    var parser = GrammarParser(deep, Self.tokens(text))
    _ = parser.read(as: "File")
    #expect(parser.mistakes.count == 1)
  }
}
