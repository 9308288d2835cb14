/// Reads an expression from its tokens, with the precedence of Jinja 2: `if`, `or`, `and`, `not`,
/// comparisons, `+ -`, `~`, `* / // %`, `**`, signs, then filters and tests.
struct JinjaParser {
  private let tokens: [JinjaToken]
  private var index = 0
  private var depth = 0

  /// The deepest nesting that is read, of brackets and of expressions.
  private static let (deepestBracket, deepest) = (60, 500)

  /// - Parameter tokens: with `end` as the last.
  init(_ tokens: [JinjaToken]) { self.tokens = tokens }

  var token: JinjaToken { tokens[index] }

  /// Whether all tokens are read.
  var isAtEnd: Bool { token.kind == .end }

  mutating func advance() { index = min(index + 1, tokens.count - 1) }

  /// Reads a sign if it stands here.
  mutating func take(_ sign: String) -> Bool {
    guard token.isSign(sign) else { return false }
    advance()
    return true
  }

  /// Reads a word if it stands here.
  mutating func take(word: String) -> Bool {
    guard token.isName(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(JinjaMistake) {
    guard take(sign) else { throw expected("`\(sign)`") }
  }

  mutating func expectName() throws(JinjaMistake) -> JinjaExpression.Word {
    guard case .name(let name) = token.kind else { throw expected("a name") }
    let word = JinjaExpression.Word(text: name, range: token.range)
    advance()
    return word
  }

  func expected(_ what: String) -> JinjaMistake {
    JinjaMistake(range: token.range, message: "expected \(what)")
  }

  /// Throws unless all tokens are read.
  func expectEnd() throws(JinjaMistake) {
    guard !isAtEnd else { return }
    throw expected("an operator or the end of the expression")
  }

  // MARK: Precedence

  /// Reads an expression, or several with commas between, which are a tuple.
  mutating func expressions() throws(JinjaMistake) -> JinjaExpression {
    let first = try expression()
    guard token.isSign(",") else { return first }
    var items = [first]
    while take(",") {
      guard !isAtEnd, !token.isSign(")") else { break }
      items.append(try expression())
    }
    return try made(.tuple(items), from: first)
  }

  mutating func expression(withCondition: Bool = true) throws(JinjaMistake) -> JinjaExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepestBracket else { throw expected("an expression with less nesting") }
    var value = try or()
    while withCondition, take(word: "if") {
      let condition = try or()
      let otherwise = take(word: "else") ? try expression() : nil
      value = try made(.conditional(value, condition: condition, otherwise: otherwise), from: value)
    }
    return value
  }

  private mutating func or() throws(JinjaMistake) -> JinjaExpression {
    var left = try and()
    while take(word: "or") { left = try made(.or(left, try and()), from: left) }
    return left
  }

  private mutating func and() throws(JinjaMistake) -> JinjaExpression {
    var left = try not()
    while take(word: "and") { left = try made(.and(left, try not()), from: left) }
    return left
  }

  private mutating func not() throws(JinjaMistake) -> JinjaExpression {
    var places: [Int] = []
    while token.isName("not") {
      places.append(token.range.lowerBound)
      advance()
    }
    var value = try comparison()
    for place in places.reversed() { value = try made(.not(value), from: place) }
    return value
  }

  private mutating func comparison() throws(JinjaMistake) -> JinjaExpression {
    let first = try sum()
    var rest: [(sign: String, value: JinjaExpression)] = []
    while let sign = comparisonSign() { rest.append((sign, try sum())) }
    return rest.isEmpty ? first : try made(.comparison(first, rest), from: first)
  }

  private mutating func comparisonSign() -> String? {
    if case .sign(let sign) = token.kind, ["==", "!=", "<", "<=", ">", ">="].contains(sign) {
      advance()
      return sign
    }
    if take(word: "in") { return "in" }
    if token.isName("not"), index + 1 < tokens.count, tokens[index + 1].isName("in") {
      index += 2
      return "not in"
    }
    return nil
  }

  private mutating func sum() throws(JinjaMistake) -> JinjaExpression {
    try arithmetic([.plus, .minus]) { parser throws(JinjaMistake) in
      try parser.arithmetic([.joined]) { parser throws(JinjaMistake) in
        try parser.arithmetic([.times, .divided, .floored, .modulo]) {
          parser throws(JinjaMistake) in
          try parser.arithmetic([.power]) { parser throws(JinjaMistake) in try parser.signed() }
        }
      }
    }
  }

  private mutating func arithmetic(
    _ operators: [JinjaExpression.Arithmetic],
    _ operand: (inout JinjaParser) throws(JinjaMistake) -> JinjaExpression
  ) throws(JinjaMistake) -> JinjaExpression {
    var left = try operand(&self)
    while case .sign(let sign) = token.kind,
      let found = operators.first(where: { $0.rawValue == sign })
    {
      advance()
      left = try made(.arithmetic(found, left, try operand(&self)), from: left)
    }
    return left
  }

  private mutating func signed() throws(JinjaMistake) -> JinjaExpression {
    var places: [Int] = []
    while token.isSign("-") || token.isSign("+") {
      places.append(token.range.lowerBound)
      advance()
    }
    var value = try operand()
    for place in places.reversed() { value = try made(.sign(value), from: place) }
    return try suffixed(value)
  }

  // MARK: Nodes

  func made(
    _ content: JinjaExpression.Content,
    from first: JinjaExpression
  ) throws(JinjaMistake) -> JinjaExpression {
    try made(content, from: first.range.lowerBound)
  }

  /// An expression that began at a byte and ends before the token that stands here.
  ///
  /// - Throws: where it nests too deeply to be walked through safely.
  func made(
    _ content: JinjaExpression.Content,
    from start: Int
  ) throws(JinjaMistake) -> JinjaExpression {
    let end = index > 0 ? tokens[index - 1].range.upperBound : start
    let made = JinjaExpression(content: content, range: start..<max(start, end))
    guard made.depth <= Self.deepest else { throw expected("an expression with less nesting") }
    return made
  }
}
