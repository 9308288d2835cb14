internal import Text

/// What stands between `{%` and `%}`.
package struct JinjaStatement: Sendable {
  /// `if`, `for`, `set`, `endif` and so on.
  package let keyword: JinjaExpression.Word
  package private(set) var expressions: [JinjaExpression] = []
  /// The names that it gives a meaning, such as the variable of a loop.
  package private(set) var bound: [String] = []
  /// Whether what follows belongs to it, up to its `end…`.
  private(set) var opensBlock = false
  /// With its marks.
  package let range: Range<Int>

  private static let keywords = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "call",
    "endcall", "filter", "endfilter", "raw", "endraw", "do", "with", "endwith", "include", "import",
    "from", "extends", "block", "endblock", "break", "continue", "autoescape", "endautoescape",
  ]

  /// Reads a statement from its tokens, of which the last is `end`.
  package static func read(
    _ tokens: [JinjaToken],
    at range: Range<Int>
  ) throws(JinjaMistake) -> JinjaStatement {
    var parser = JinjaParser(tokens)
    let keyword = try parser.expectName()
    var statement = JinjaStatement(keyword: keyword, range: range)
    try statement.readRest(&parser)
    return statement
  }

  private init(keyword: JinjaExpression.Word, range: Range<Int>) {
    self.keyword = keyword
    self.range = range
  }

  private mutating func readRest(_ parser: inout JinjaParser) throws(JinjaMistake) {
    switch keyword.text {
    case "if":
      opensBlock = true
      expressions = [try parser.expressions()]
    case "elif", "do": expressions = [try parser.expressions()]
    case "for": try readLoop(&parser)
    case "set": try readAssignment(&parser)
    case "macro", "call":
      opensBlock = true
      if keyword.text == "macro" { bound.append(try parser.expectName().text) }
      // Parameters look like arguments, and name what the body may use.
      while !parser.isAtEnd {
        if case .name(let name) = parser.token.kind { bound.append(name) }
        parser.advance()
      }
    case "filter", "with", "block", "raw", "autoescape":
      opensBlock = true
      while !parser.isAtEnd {
        if keyword.text == "with", case .name(let name) = parser.token.kind { bound.append(name) }
        parser.advance()
      }
    case _ where Self.keywords.contains(keyword.text):
      // Imports, and ends that may repeat a name.
      while !parser.isAtEnd { parser.advance() }
    default:
      throw JinjaMistake(
        range: keyword.range,
        message: "unknown statement `\(keyword.text)`"
      )
    }
    try parser.expectEnd()
  }

  private mutating func readLoop(_ parser: inout JinjaParser) throws(JinjaMistake) {
    opensBlock = true
    repeat {
      let isGroup = parser.take("(")
      repeat { bound.append(try parser.expectName().text) } while isGroup && parser.take(",")
      if isGroup { try parser.expect(")") }
    } while parser.take(",")
    guard parser.take(word: "in") else { throw parser.expected("`in`") }
    expressions = [try parser.expression(withCondition: false)]
    if parser.take(",") { expressions.append(try parser.expressions()) }
    if parser.take(word: "if") { expressions.append(try parser.expression()) }
    _ = parser.take(word: "recursive")
    bound.append("loop")
  }

  private mutating func readAssignment(_ parser: inout JinjaParser) throws(JinjaMistake) {
    repeat {
      bound.append(try parser.expectName().text)
      while parser.take(".") { _ = try parser.expectName() }
    } while parser.take(",")
    guard !parser.isAtEnd, !parser.token.isSign("|") else {
      opensBlock = true
      while !parser.isAtEnd { parser.advance() }
      return
    }
    try parser.expect("=")
    expressions = [try parser.expressions()]
  }
}

/// The statements that are open while a template is read.
struct JinjaBlocks {
  private var open: [JinjaStatement] = []
  private(set) var isRaw = false

  /// Takes a statement in.
  ///
  /// - Throws: what was expected, where it closes or continues what is not open.
  mutating func take(_ statement: JinjaStatement) throws(JinjaMistake) {
    let keyword = statement.keyword.text
    isRaw = keyword == "raw"
    if keyword.hasPrefix("end") {
      let wanted = String(keyword.dropFirst(3))
      guard let last = open.last else {
        throw JinjaMistake(
          range: statement.keyword.range,
          message: "unmatched `{% \(keyword) %}`; no `{% \(wanted) %}` is open"
        )
      }
      guard last.keyword.text == wanted else {
        throw JinjaMistake(
          range: statement.keyword.range,
          message: "expected `{% end\(last.keyword.text) %}`"
        )
      }
      open.removeLast()
    } else if keyword == "else" || keyword == "elif" {
      let openers = keyword == "else" ? ["if", "for"] : ["if"]
      guard let last = open.last, openers.contains(last.keyword.text) else {
        throw JinjaMistake(range: statement.keyword.range, message: "no `{% if %}` is open here")
      }
    } else if statement.opensBlock {
      open.append(statement)
    }
  }

  /// The first byte of `{% endraw %}`, or the end of the text.
  func endOfRaw(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while let mark = JinjaTemplate.find("{%", in: text, from: index) {
      let word = text[mark...].drop { $0 == UInt8(ascii: "-") || $0.isBlank }
      if word.starts(with: "endraw".utf8) { return mark - 2 }
      index = mark
    }
    return text.count
  }

  /// What is open at the end of the text.
  var unclosed: [JinjaMistake] {
    open.map {
      JinjaMistake(range: $0.range, message: "missing `{% end\($0.keyword.text) %}` for this")
    }
  }
}
