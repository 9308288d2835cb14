internal import Diagnostics

extension QueryParser {
  /// An operand with what stands behind it: a range, an offset, a time.
  mutating func postfix() throws(QueryMistake) -> Part {
    var part = try operand()
    var seen: Set<String> = []
    while true {
      if isNext("[") {
        part = try range(of: part)
        seen = []
      } else if isNext("offset") || isNext("@") {
        let word = take()
        guard seen.insert(word.text.lowercased()).inserted else {
          throw QueryMistake(range: word.range, message: "duplicate `\(word.text)`")
        }
        guard part.isSelector else {
          throw QueryMistake(
            range: word.range,
            message: "`\(word.text)` is only allowed after a selector or a subquery"
          )
        }
        if word.text == "@" { try time() } else { try duration(signed: true) }
      } else {
        return part
      }
    }
  }

  private mutating func operand() throws(QueryMistake) -> Part {
    let token = next
    switch token.kind {
    case .number, .duration:
      place += 1
      return Part(type: .scalar, range: token.range)
    case .string:
      place += 1
      return Part(type: .string, range: token.range)
    case .sign where token.text == "(":
      place += 1
      let inner = try expression(above: 0)
      let end = next.range.upperBound
      try expect(")", closing: token)
      return Part(type: inner.type, range: token.range.lowerBound..<end)
    case .sign where token.text == "{": return try selector(named: nil)
    case .name: return try named(take())
    default: throw unexpected("a metric, a number, a function or `(`")
    }
  }

  private mutating func named(_ name: QueryToken) throws(QueryMistake) -> Part {
    let word = name.text.lowercased()
    if word == "inf" || word == "nan", !isNext("{") {
      return Part(type: .scalar, range: name.range)
    }
    if QueryFunction.aggregations.keys.contains(word),
      isNext("(") || isNext("by") || isNext("without")
    {
      return try aggregation(name)
    }
    if isNext("(") { return try call(name) }
    guard !Self.reserved.contains(word) else {
      place -= 1
      throw unexpected("a metric, a number, a function or `(`")
    }
    return try selector(named: name)
  }

  /// Keywords that cannot be the name of a metric.
  private static let reserved: Set<String> = [
    "atan2", "bool", "group_left", "group_right", "ignoring", "on",
  ]

  // MARK: Selectors

  private mutating func selector(named name: QueryToken?) throws(QueryMistake) -> Part {
    let start = name?.range ?? next.range
    var end = start.upperBound
    if isNext("{") {
      let open = take()
      var narrows = name != nil
      while !isNext("}") {
        if try matcher(of: name) { narrows = true }
        if !passes(",") { break }
      }
      end = next.range.upperBound
      try expect("}", closing: open)
      guard narrows else {
        throw QueryMistake(
          range: start.lowerBound..<end,
          message: "expected the name of a metric, or a label with a value that is not empty"
        )
      }
    }
    return Part(type: .vector, range: start.lowerBound..<end, isSelector: true)
  }

  /// Reads `label="value"`, or a metric's name in quotes; whether it leaves out what has no such
  /// label.
  private mutating func matcher(of name: QueryToken?) throws(QueryMistake) -> Bool {
    let label = next
    guard label.kind == .name && !label.text.contains(":") || label.kind == .string else {
      throw unexpected("a label")
    }
    place += 1
    if label.kind == .string, isNext(",") || isNext("}") { return true }
    if label.text == "__name__", let name {
      throw QueryMistake(
        range: label.range,
        message: "duplicate name of the metric `\(name.text)`"
      )
    }
    let sign = next
    guard sign.kind == .sign, ["=", "!=", "=~", "!~"].contains(sign.text) else {
      throw unexpected("`=`, `!=`, `=~` or `!~`")
    }
    place += 1
    let value = next
    guard value.kind == .string else { throw unexpected("a value in quotes") }
    place += 1
    let text = String(value.text.dropFirst().dropLast())
    let plain = text.replacing("\\\\", with: "\\")
    let isNegative = sign.text.hasPrefix("!")
    guard sign.text.hasSuffix("~") else { return text.isEmpty == isNegative }
    guard GoRegex.fits(plain) else {
      throw QueryMistake(
        range: value.range,
        message: "expected a regular expression of Go, found `\(text)`"
      )
    }
    return GoRegex.matchesNothing(plain) == isNegative
  }

  private mutating func range(of part: Part) throws(QueryMistake) -> Part {
    let open = take()
    try duration(signed: false)
    let isSubquery = passes(":")
    if isSubquery, !isNext("]") { try duration(signed: false) }
    let end = next.range.upperBound
    try expect("]", closing: open)
    let whole = part.range.lowerBound..<end
    guard isSubquery ? part.type == .vector || part.type == .scalar : part.isSelector,
      part.type != .matrix
    else {
      throw QueryMistake(
        range: open.range.lowerBound..<end,
        message: isSubquery
          ? "expected an instant vector before a subquery, found \(part.type.words)"
          : "a range is only allowed after a selector; after anything else write a subquery such as `[5m:1m]`"
      )
    }
    return Part(type: .matrix, range: whole, isSelector: true)
  }

  private mutating func duration(signed: Bool) throws(QueryMistake) {
    if signed, passes("-") || passes("+") {}
    guard next.kind == .duration || next.kind == .number else {
      throw unexpected("a duration such as `5m`")
    }
    place += 1
  }

  private mutating func time() throws(QueryMistake) {
    if passes("start") || passes("end") {
      let open = next
      try expect("(")
      return try expect(")", closing: open)
    }
    if passes("-") || passes("+") {}
    guard next.kind == .number else { throw unexpected("a time in seconds, `start()` or `end()`") }
    place += 1
  }

  // MARK: Calls

  private mutating func aggregation(_ name: QueryToken) throws(QueryMistake) -> Part {
    var isGrouped = false
    if isNext("by") || isNext("without") {
      place += 1
      try labels()
      isGrouped = true
    }
    let (arguments, close) = try arguments()
    if !isGrouped, isNext("by") || isNext("without") {
      place += 1
      try labels()
    }
    let first = (QueryFunction.aggregations[name.text.lowercased()] ?? nil).map { [$0] } ?? []
    try check(arguments, of: name, against: QueryFunction(takes: first + [.vector], gives: .vector))
    return Part(
      type: .vector,
      range: name.range.lowerBound..<max(close, tokens[place - 1].range.upperBound)
    )
  }

  private mutating func call(_ name: QueryToken) throws(QueryMistake) -> Part {
    guard let function = QueryFunction.named[name.text] else {
      let known = QueryFunction.named.keys.sorted() + QueryFunction.aggregations.keys.sorted()
      let near = NameIndex(known).nearest(to: name.text).first
      throw QueryMistake(
        range: name.range,
        message: "unknown function `\(name.text)`"
          + (near.map { "; did you mean `\($0)`?" } ?? "")
      )
    }
    let (arguments, end) = try arguments()
    try check(arguments, of: name, against: function)
    return Part(type: function.gives, range: name.range.lowerBound..<end)
  }

  private mutating func arguments() throws(QueryMistake) -> (parts: [Part], end: Int) {
    let open = next
    try expect("(")
    var parts: [Part] = []
    while !isNext(")") {
      parts.append(try expression(above: 0))
      if !passes(",") { break }
    }
    let end = next.range.upperBound
    try expect(")", closing: open)
    return (parts, end)
  }

  private func check(
    _ arguments: [Part],
    of name: QueryToken,
    against function: QueryFunction
  ) throws(QueryMistake) {
    let most = function.takes.count
    let least = most - function.optional
    guard arguments.count >= least, function.repeats || arguments.count <= most else {
      let wanted =
        function.repeats ? "at least \(least)" : least == most ? "\(most)" : "\(least) to \(most)"
      throw QueryMistake(
        range: name.range,
        message:
          "expected \(wanted) argument\(wanted == "1" ? "" : "s") for `\(name.text)`, found \(arguments.count)"
      )
    }
    for (index, argument) in arguments.enumerated() {
      let wanted = function.takes[min(index, most - 1)]
      guard argument.type != wanted else { continue }
      throw QueryMistake(
        range: argument.range,
        message: "expected \(wanted.words) for `\(name.text)`, found \(argument.type.words)"
      )
    }
  }

  /// Names of labels in parentheses.
  @discardableResult
  mutating func labels() throws(QueryMistake) -> [QueryToken] {
    let open = next
    var names: [QueryToken] = []
    try expect("(")
    while !isNext(")") {
      guard next.kind == .name && !next.text.contains(":") || next.kind == .string else {
        throw unexpected("a label")
      }
      names.append(take())
      if !passes(",") { break }
    }
    try expect(")", closing: open)
    return names
  }
}
