internal import Text

/// Reads expressions by precedence, from `or` down to calls.
struct ExpressionParser {
  private let text: [UInt8]
  private var index = 0
  private var depth = 0
  private var operators = 0

  /// How deep parentheses and calls may nest.
  private static let deepest = 100

  /// How many operators an expression may have.
  private static let most = 1000

  private static let precedence: [[String]] = [
    ["or"], ["and"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
  ]

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func parse() throws(ExpressionMistake) -> Expression.Node {
    let node = try parseOperation(level: 0)
    skipSpaces()
    guard index == text.count else {
      throw ExpressionMistake("expected an operator", at: index..<text.count)
    }
    return node
  }

  private mutating func parseOperation(
    level: Int
  ) throws(ExpressionMistake) -> Expression.Node {
    guard level < Self.precedence.count else { return try parseUnary() }
    var left = try parseOperation(level: level + 1)
    while let (name, range) = takeOperator(Self.precedence[level]) {
      operators += 1
      guard operators <= Self.most else {
        throw ExpressionMistake("expected at most \(Self.most) operators", at: range)
      }
      let right = try parseOperation(level: level + 1)
      left = .operation(name, left, right, range)
    }
    return left
  }

  private mutating func takeOperator(_ names: [String]) -> (String, Range<Int>)? {
    skipSpaces()
    for name in names where text[index...].starts(with: name.utf8) {
      let end = index + name.utf8.count
      let isWord = name.utf8.first?.isLetter == true
      if isWord, end < text.count, text[end].isNameByte { continue }
      defer { index = end }
      return (name, index..<end)
    }
    return nil
  }

  private mutating func parseUnary() throws(ExpressionMistake) -> Expression.Node {
    depth += 1
    defer { depth -= 1 }
    skipSpaces()
    guard depth <= Self.deepest else {
      throw ExpressionMistake(
        "expected at most \(Self.deepest) nested parts",
        at: index..<text.count
      )
    }
    if let (_, range) = takeOperator(["not"]) { return .not(try parseUnary(), range) }
    if let (_, range) = takeOperator(["-"]) { return .negation(try parseUnary(), range) }
    return try parsePrimary()
  }

  private mutating func parsePrimary() throws(ExpressionMistake) -> Expression.Node {
    guard index < text.count else {
      throw ExpressionMistake("expected a value", at: index..<index)
    }
    switch text[index] {
    case UInt8(ascii: "("):
      index += 1
      let node = try parseOperation(level: 0)
      try take(")")
      return node
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try parseText()
    case let byte where byte.isDigit: return try parseNumber()
    case let byte where byte.isLetter: return try parseName()
    default: throw ExpressionMistake("expected a value", at: index..<(index + 1))
    }
  }

  private mutating func parseText() throws(ExpressionMistake) -> Expression.Node {
    let quote = text[index]
    let start = index + 1
    guard let end = text[start...].firstIndex(of: quote) else {
      throw ExpressionMistake("expected a closing quote", at: index..<text.count)
    }
    index = end + 1
    return .literal(.text(String(decoding: text[start..<end], as: UTF8.self)), .string)
  }

  private mutating func parseNumber() throws(ExpressionMistake) -> Expression.Node {
    let start = index
    while index < text.count, text[index].isDigit || text[index] == UInt8(ascii: ".") {
      index += 1
    }
    let number = String(decoding: text[start..<index], as: UTF8.self)
    let unitStart = index
    while index < text.count, text[index].isLetter { index += 1 }
    let written = String(decoding: text[start..<index], as: UTF8.self)
    if index > unitStart {
      guard let quantity = Quantity(written) else {
        throw ExpressionMistake(
          "expected a number with a known unit, found `\(written)`",
          at: start..<index
        )
      }
      return .literal(.quantity(quantity), quantity.unit.isTime ? .duration : .bytes)
    }
    if let whole = Int(number) { return .literal(.int(whole), .int) }
    guard number.contains("."), let fraction = Double(number) else {
      throw ExpressionMistake(
        "expected a number of at most 64 bits, found `\(number)`",
        at: start..<index
      )
    }
    return .literal(.float(fraction), .float)
  }

  private mutating func parseName() throws(ExpressionMistake) -> Expression.Node {
    let start = index
    while index < text.count,
      text[index].isNameByte || text[index] == UInt8(ascii: ".")
        || (text[index] == UInt8(ascii: "*") && text[index - 1] == UInt8(ascii: "."))
    {
      index += 1
    }
    let name = String(decoding: text[start..<index], as: UTF8.self)
    if name == "true" || name == "false" { return .literal(.bool(name == "true"), .bool) }
    skipSpaces()
    guard index < text.count, text[index] == UInt8(ascii: "(") else {
      guard name.contains(".") else {
        throw ExpressionMistake(
          "expected a key with its namespace, found `\(name)`",
          at: start..<index
        )
      }
      return .path(Expression.PathUse(path: name, range: start..<(start + name.utf8.count)))
    }
    index += 1
    if name == "join" { return .join(try parseJoin(from: start)) }
    var arguments: [Expression.Node] = []
    repeat { arguments.append(try parseOperation(level: 0)) } while takeOperator([","]) != nil
    try take(")")
    return .call(name, arguments, start..<index)
  }

  /// Reads the arguments of `join`, behind its opening parenthesis.
  private mutating func parseJoin(from start: Int) throws(ExpressionMistake) -> Expression.Join {
    skipSpaces()
    guard index < text.count, text[index].isLetter, case .path(let path) = try parseName() else {
      throw ExpressionMistake("expected a list or a server group in `join`", at: start..<index)
    }
    var alias = "it"
    if takeOperator(["as"]) != nil {
      skipSpaces()
      let name = text[index...].prefix { $0.isNameByte }
      alias = String(decoding: name, as: UTF8.self)
      index += name.count
    }
    var texts: [String] = []
    while takeOperator([","]) != nil {
      skipSpaces()
      guard index < text.count,
        text[index] == UInt8(ascii: "'") || text[index] == UInt8(ascii: "\""),
        case .literal(.text(let literal), _) = try parseText()
      else { throw ExpressionMistake("expected a string in quotes", at: start..<index) }
      texts.append(literal)
    }
    try take(")")
    guard 1...2 ~= texts.count else {
      throw ExpressionMistake(
        "expected a list, a template and a separator in `join`",
        at: start..<index
      )
    }
    return Expression.Join(
      path: path,
      alias: alias,
      template: texts.count == 2 ? texts[0] : "{\(alias).value}",
      separator: texts[texts.count - 1],
      range: start..<index
    )
  }

  private mutating func take(_ mark: String) throws(ExpressionMistake) {
    guard takeOperator([mark]) != nil else {
      throw ExpressionMistake("expected `\(mark)`", at: index..<min(index + 1, text.count))
    }
  }

  private mutating func skipSpaces() {
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
  }
}
