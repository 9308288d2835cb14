extension JinjaParser {
  /// Words that stand for nothing but themselves.
  private static let reserved: Set<String> = ["if", "else", "or", "and", "not", "in", "is"]

  mutating func operand() throws(JinjaMistake) -> JinjaExpression {
    let start = token.range.lowerBound
    switch token.kind {
    case .name(let name):
      guard !Self.reserved.contains(name) else { throw expected("a value") }
      advance()
      return try made(Self.constants[name].map { .constant($0) } ?? .name(name), from: start)
    case .int(let number):
      advance()
      return try made(.constant(.int(number)), from: start)
    case .float:
      advance()
      return try made(.constant(.float), from: start)
    case .string(var text):
      advance()
      while case .string(let more) = token.kind {
        text += more
        advance()
      }
      return try made(.constant(.string(text)), from: start)
    case .sign("("): return try parenthesised()
    case .sign("["):
      advance()
      return try made(.list(try items(until: "]")), from: start)
    case .sign("{"): return try dictionary()
    case .sign, .end: throw expected("a value")
    }
  }

  private static let constants: [String: JinjaExpression.Constant] = [
    "true": .bool(true), "True": .bool(true), "false": .bool(false), "False": .bool(false),
    "none": .none, "None": .none,
  ]

  private mutating func parenthesised() throws(JinjaMistake) -> JinjaExpression {
    let start = token.range.lowerBound
    advance()
    if take(")") { return try made(.tuple([]), from: start) }
    let inner = try expressions()
    try expect(")")
    return inner
  }

  private mutating func items(until end: String) throws(JinjaMistake) -> [JinjaExpression] {
    var items: [JinjaExpression] = []
    while !take(end) {
      items.append(try expression())
      guard take(",") || token.isSign(end) else { throw expected("`,` or `\(end)`") }
    }
    return items
  }

  private mutating func dictionary() throws(JinjaMistake) -> JinjaExpression {
    let start = token.range.lowerBound
    advance()
    var entries: [(key: JinjaExpression, value: JinjaExpression)] = []
    while !take("}") {
      let key = try expression()
      try expect(":")
      entries.append((key, try expression()))
      guard take(",") || token.isSign("}") else { throw expected("`,` or `}`") }
    }
    return try made(.dictionary(entries), from: start)
  }

  /// Reads what stands behind a value: `.name`, `[key]`, `(arguments)`, `| filter`, `is test`.
  mutating func suffixed(_ value: JinjaExpression) throws(JinjaMistake) -> JinjaExpression {
    var value = value
    while true {
      if take(".") {
        if case .int = token.kind {
          let key = try made(.constant(.int(0)), from: token.range.lowerBound)
          advance()
          value = try made(.subscripted(value, key), from: value)
        } else {
          let name = try expectName()
          value = try made(.attribute(value, name.text), from: value)
        }
      } else if token.isSign("[") {
        value = try subscripted(value)
      } else if token.isSign("(") {
        value = try made(.call(value, try arguments()), from: value)
      } else if take("|") {
        let name = try dottedName()
        let given = token.isSign("(") ? try arguments() : []
        value = try made(.filter(value, name, given), from: value)
      } else if take(word: "is") {
        value = try test(of: value)
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(
    _ value: JinjaExpression
  ) throws(JinjaMistake) -> JinjaExpression {
    advance()
    var bounds: [JinjaExpression] = []
    var isSlice = false
    while !take("]") {
      if take(":") {
        isSlice = true
      } else {
        bounds.append(try expression())
        guard token.isSign("]") || token.isSign(":") || take(",") else { throw expected("`]`") }
      }
    }
    guard !isSlice, let key = bounds.first else {
      guard isSlice else { throw expected("a key") }
      return try made(.slice(value, bounds), from: value)
    }
    return try made(.subscripted(value, key), from: value)
  }

  private mutating func arguments() throws(JinjaMistake) -> [JinjaExpression.Argument] {
    advance()
    var given: [JinjaExpression.Argument] = []
    while !take(")") {
      if take("*") || take("**") {
        given.append(.init(name: nil, value: try expression()))
      } else {
        let value = try expression()
        if case .name(let name) = value.content, take("=") {
          given.append(.init(name: name, value: try expression()))
        } else {
          given.append(.init(name: nil, value: value))
        }
      }
      guard take(",") || token.isSign(")") else { throw expected("`,` or `)`") }
    }
    return given
  }

  /// A name that may have its collection before it, such as `ansible.builtin.to_json`.
  private mutating func dottedName() throws(JinjaMistake) -> JinjaExpression.Word {
    let first = try expectName()
    var text = first.text
    var end = first.range.upperBound
    while take(".") {
      let next = try expectName()
      text += "." + next.text
      end = next.range.upperBound
    }
    return .init(text: text, range: first.range.lowerBound..<end)
  }

  private mutating func test(of value: JinjaExpression) throws(JinjaMistake) -> JinjaExpression {
    let isNegated = take(word: "not")
    let name = try dottedName()
    var given: [JinjaExpression.Argument] = []
    if token.isSign("(") {
      given = try arguments()
    } else if startsArgument {
      var argument = try operand()
      // `is divisibleby 3` takes one value with what hangs on it, but no further test.
      while token.isSign(".") || token.isSign("[") || token.isSign("(") {
        let bare = JinjaExpression(content: argument.content, range: argument.range)
        argument = try hanging(on: bare)
      }
      given = [.init(name: nil, value: argument)]
    }
    let test = try made(.test(value, name, given), from: value)
    return isNegated ? try made(.not(test), from: value) : test
  }

  private var startsArgument: Bool {
    switch token.kind {
    case .name(let name): !Self.reserved.contains(name)
    case .int, .float, .string: true
    case .sign(let sign): ["(", "[", "{"].contains(sign)
    case .end: false
    }
  }

  /// Reads one `.name`, `[key]` or `(arguments)`.
  private mutating func hanging(
    on value: JinjaExpression
  ) throws(JinjaMistake) -> JinjaExpression {
    if take(".") { return try made(.attribute(value, try expectName().text), from: value) }
    if token.isSign("[") { return try subscripted(value) }
    return try made(.call(value, try arguments()), from: value)
  }
}
