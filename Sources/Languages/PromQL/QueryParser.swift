/// Reads a PromQL query and holds the types of its parts against each other
/// (`promql/parser/generated_parser.y` of Prometheus 2.42 and 3.5).
package struct QueryParser {
  var tokens: [QueryToken]
  var place = 0
  private var depth = 0

  /// How deep parentheses may stand in each other.
  private static let deepest = 200

  /// A part of a query that has been read.
  package struct Part {
    var type: QueryType
    var range: Range<Int>
    /// Whether it is a selector or a subquery, which alone take `offset` and `@`.
    var isSelector = false
  }

  /// Returns the first mistake of a query; nothing where Prometheus takes it.
  package static func mistake(in query: String) -> QueryMistake? {
    do throws(QueryMistake) {
      var parser = QueryParser(tokens: try QueryLexer.tokens(of: query))
      let part = try parser.expression(above: 0)
      guard parser.next.kind == .end else { throw parser.unexpected("an operator or the end") }
      guard part.type == .vector || part.type == .scalar else {
        throw QueryMistake(
          range: part.range,
          message: "expected a query for an instant vector or a number, found \(part.type.words)"
        )
      }
      return nil
    } catch {
      return error
    }
  }

  // MARK: Tokens

  var next: QueryToken { tokens[min(place, tokens.count - 1)] }

  mutating func take() -> QueryToken {
    let token = next
    place += 1
    return token
  }

  /// Whether a sign, or a keyword in any case, comes next; it is passed then.
  mutating func passes(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    place += 1
    return true
  }

  func isNext(_ text: String) -> Bool {
    switch next.kind {
    case .sign: next.text == text
    case .name: next.text.lowercased() == text
    default: false
    }
  }

  mutating func expect(_ sign: String, closing open: QueryToken? = nil) throws(QueryMistake) {
    if passes(sign) { return }
    if let open, next.kind == .end {
      throw QueryMistake(
        range: open.range,
        message: "missing `\(sign)` for this `\(open.text)`"
      )
    }
    throw unexpected("`\(sign)`")
  }

  func unexpected(_ wanted: String) -> QueryMistake {
    let token = next
    guard token.kind == .end else {
      return QueryMistake(
        range: token.range,
        message: "expected \(wanted) in the query, found `\(token.text)`"
      )
    }
    let last = place > 0 ? tokens[min(place, tokens.count - 1) - 1].range : 0..<0
    return QueryMistake(
      range: last,
      message: "expected \(wanted) after this, found the end of the query"
    )
  }

  // MARK: Expressions

  /// An expression of operators that bind at least as tightly as a level.
  mutating func expression(above level: Int) throws(QueryMistake) -> Part {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw QueryMistake(range: next.range, message: "the query is nested too deeply")
    }
    var left = try unary()
    while let (name, binds) = nextOperator, binds > level {
      let sign = take()
      let matching = try matching(of: name)
      let right = try expression(above: name == "^" ? binds - 1 : binds)
      try check(name, sign, matching, left, right)
      let isScalar = left.type == .scalar && right.type == .scalar
      left = Part(
        type: isScalar ? .scalar : .vector,
        range: left.range.lowerBound..<right.range.upperBound
      )
    }
    return left
  }

  private static let levels: [String: Int] = [
    "or": 1, "and": 2, "unless": 2, "==": 3, "!=": 3, ">": 3, "<": 3, ">=": 3, "<=": 3, "+": 4,
    "-": 4, "*": 5, "/": 5, "%": 5, "atan2": 5, "^": 6,
  ]
  private static let comparisons: Set<String> = ["==", "!=", ">", "<", ">=", "<="]
  private static let setOperators: Set<String> = ["and", "or", "unless"]

  private var nextOperator: (name: String, binds: Int)? {
    guard next.kind == .sign || next.kind == .name else { return nil }
    let name = next.text.lowercased()
    return Self.levels[name].map { (name, $0) }
  }

  private mutating func unary() throws(QueryMistake) -> Part {
    guard isNext("-") || isNext("+") else { return try postfix() }
    let sign = take()
    // A sign binds as tightly as a product, less than a power.
    let part = try expression(above: 5)
    guard part.type == .vector || part.type == .scalar else {
      throw QueryMistake(
        range: part.range,
        message:
          "expected an instant vector or a number for `\(sign.text)`, found \(part.type.words)"
      )
    }
    return Part(type: part.type, range: sign.range.lowerBound..<part.range.upperBound)
  }

  // MARK: Operators

  private struct Matching {
    var boolean: QueryToken?
    var labels: QueryToken?
    var group: QueryToken?
  }

  private mutating func matching(of name: String) throws(QueryMistake) -> Matching {
    var matching = Matching()
    if isNext("bool") { matching.boolean = take() }
    if isNext("on") || isNext("ignoring") {
      let word = take()
      matching.labels = word
      let matched = try labels()
      if isNext("group_left") || isNext("group_right") {
        let group = take()
        matching.group = group
        let included = isNext("(") ? try labels() : []
        let names = Set(matched.map(\.text))
        if word.text.lowercased() == "on",
          let twice = included.first(where: { names.contains($0.text) })
        {
          throw QueryMistake(
            range: twice.range,
            message: "`\(twice.text)` cannot be in both `on` and `\(group.text)`"
          )
        }
      }
    }
    return matching
  }

  private func check(
    _ name: String,
    _ sign: QueryToken,
    _ matching: Matching,
    _ left: Part,
    _ right: Part
  ) throws(QueryMistake) {
    for part in [left, right] where part.type != .vector && part.type != .scalar {
      throw QueryMistake(
        range: part.range,
        message:
          "expected an instant vector or a number for `\(sign.text)`, found \(part.type.words)"
      )
    }
    let isComparison = Self.comparisons.contains(name)
    let isSet = Self.setOperators.contains(name)
    let vectors = [left, right].count { $0.type == .vector }
    if let word = matching.boolean, !isComparison {
      throw QueryMistake(range: word.range, message: "`bool` is only allowed with a comparison")
    }
    if isComparison, vectors == 0, matching.boolean == nil {
      throw QueryMistake(
        range: sign.range,
        message: "expected `\(sign.text) bool` to compare two numbers"
      )
    }
    if isSet, vectors < 2 {
      let scalar = left.type == .scalar ? left : right
      throw QueryMistake(
        range: scalar.range,
        message: "expected an instant vector on both sides of `\(name)`, found a number"
      )
    }
    if let word = matching.labels, vectors < 2 {
      throw QueryMistake(
        range: word.range,
        message: "`\(word.text)` is only allowed between two vectors"
      )
    }
    if let word = matching.group, isSet {
      throw QueryMistake(range: word.range, message: "`\(word.text)` cannot be used with `\(name)`")
    }
  }
}
