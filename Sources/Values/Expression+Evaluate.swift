extension Expression {
  /// Computes the expression.
  ///
  /// - Parameters:
  ///   - lookup: returns what stands at a path, several values for a path with `*`, nothing for an
  ///     unknown one.
  ///   - elements: returns the paths of the elements of a list or of a group of servers.
  /// - Returns: the value, marked as open if it was made from an open one.
  public func evaluate(
    _ lookup: (_ path: String) -> [Binding]?,
    elements: (_ path: String) -> [String]? = { _ in nil }
  ) -> Result<Binding, ExpressionMistake> {
    withoutActuallyEscaping(lookup) { lookup in
      withoutActuallyEscaping(elements) { elements in
        do throws(ExpressionMistake) {
          return .success(try Evaluator(lookup: lookup, elements: elements).value(of: root))
        } catch {
          return .failure(error)
        }
      }
    }
  }
}

/// Computes the parts of an expression.
private struct Evaluator {
  let lookup: (String) -> [Binding]?
  let elements: (String) -> [String]?

  func value(of node: Expression.Node) throws(ExpressionMistake) -> Binding {
    switch node {
    case .literal(let value, let kind): return Binding(value: value, kind: kind)
    case .path(let use):
      let found = try values(of: node)
      guard found.count == 1 else {
        throw ExpressionMistake("`\(use.path)` stands for several values", at: use.range)
      }
      return found[0]
    case .negation(let inner, let range):
      return try arithmetic("-", .init(value: .int(0), kind: .int), value(of: inner), range)
    case .not(let inner, let range):
      let operand = try value(of: inner)
      return Binding(
        value: .bool(!(try truth(operand, range))),
        kind: .bool,
        isOpen: operand.isOpen
      )
    case .operation(let name, let left, let right, let range):
      return try operation(name, value(of: left), value(of: right), range)
    case .call(let name, let arguments, let range): return try call(name, arguments, range)
    case .join(let join): return try text(of: join)
    }
  }

  private func values(of node: Expression.Node) throws(ExpressionMistake) -> [Binding] {
    guard case .path(let use) = node else { return [try value(of: node)] }
    guard let found = lookup(use.path) else {
      throw ExpressionMistake("`\(use.path)` is not declared, or has no value", at: use.range)
    }
    return found.flatMap { binding -> [Binding] in
      guard case .list(let values) = binding.value else { return [binding] }
      return values.map { Binding(value: $0, kind: binding.kind, isOpen: binding.isOpen) }
    }
  }

  // MARK: Operators

  private func operation(
    _ name: String,
    _ left: Binding,
    _ right: Binding,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Binding {
    let isOpen = left.isOpen || right.isOpen
    switch name {
    case "and", "or":
      let (a, b) = (try truth(left, range), try truth(right, range))
      return Binding(value: .bool(name == "and" ? a && b : a || b), kind: .bool, isOpen: isOpen)
    case "==", "!=", "<", "<=", ">", ">=":
      let holds = try compare(name, left, right, range)
      return Binding(value: .bool(holds), kind: .bool, isOpen: isOpen)
    default: return try arithmetic(name, left, right, range)
    }
  }

  private func truth(_ binding: Binding, _ range: Range<Int>) throws(ExpressionMistake) -> Bool {
    guard case .bool(let isTrue) = binding.value else {
      throw ExpressionMistake("a truth value is expected", at: range)
    }
    return isTrue
  }

  private func compare(
    _ name: String,
    _ left: Binding,
    _ right: Binding,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Bool {
    guard let a = Measure(left.value), let b = Measure(right.value) else {
      switch name {
      case "==": return left.value == right.value
      case "!=": return left.value != right.value
      default: throw ExpressionMistake("numbers are expected on both sides", at: range)
      }
    }
    try requireSameUnit(a, b, range)
    switch name {
    case "==": return a.amount == b.amount
    case "!=": return a.amount != b.amount
    case "<": return a.amount < b.amount
    case "<=": return a.amount <= b.amount
    case ">": return a.amount > b.amount
    default: return a.amount >= b.amount
    }
  }

  private func arithmetic(
    _ name: String,
    _ left: Binding,
    _ right: Binding,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Binding {
    guard let a = Measure(left.value), let b = Measure(right.value) else {
      throw ExpressionMistake("numbers are expected on both sides", at: range)
    }
    let isOpen = left.isOpen || right.isOpen
    switch name {
    case "+", "-":
      try requireSameUnit(a, b, range)
      let amount = name == "+" ? a.amount + b.amount : a.amount - b.amount
      return Measure(amount, a.unit ?? b.unit, isWhole: a.isWhole && b.isWhole).binding(isOpen)
    case "*":
      guard a.unit == nil || b.unit == nil else {
        throw ExpressionMistake("two quantities cannot be multiplied", at: range)
      }
      return Measure(a.amount * b.amount, a.unit ?? b.unit, isWhole: a.isWhole && b.isWhole)
        .binding(isOpen)
    default:
      guard b.amount != 0 else { throw ExpressionMistake("this divides by zero", at: range) }
      if b.unit != nil { try requireSameUnit(a, b, range) }
      if name == "%" {
        return Measure(
          a.amount.truncatingRemainder(dividingBy: b.amount),
          a.unit,
          isWhole: a.isWhole && b.isWhole
        ).binding(isOpen)
      }
      return Measure(a.amount / b.amount, b.unit == nil ? a.unit : nil, isWhole: false)
        .binding(isOpen)
    }
  }

  private func requireSameUnit(
    _ a: Measure,
    _ b: Measure,
    _ range: Range<Int>
  ) throws(ExpressionMistake) {
    guard a.unit?.isTime == b.unit?.isTime, (a.unit == nil) == (b.unit == nil) else {
      throw ExpressionMistake(
        "\(a.name) and \(b.name) have no common unit",
        at: range
      )
    }
  }

  // MARK: Texts

  /// A text made from open values keeps their hints for readers, and has their examples for checks.
  private func text(of join: Expression.Join) throws(ExpressionMistake) -> Binding {
    guard let paths = elements(join.path.path) else {
      throw ExpressionMistake("`\(join.path.path)` is no list and no group", at: join.path.range)
    }
    var values: [String] = []
    var shown: [String] = []
    var isOpen = false
    for path in paths {
      let binding = try text(of: join, path)
      values.append(binding.value.plainText)
      shown.append(binding.placeholder ?? binding.value.plainText)
      isOpen = isOpen || binding.isOpen
    }
    let text = values.joined(separator: join.separator)
    let display = shown.joined(separator: join.separator)
    return Binding(
      value: .text(text),
      kind: .string,
      placeholder: display == text ? nil : display,
      isOpen: isOpen
    )
  }

  /// The template for one element.
  private func text(
    of join: Expression.Join,
    _ element: String
  ) throws(ExpressionMistake) -> Binding {
    var value = ""
    var shown = ""
    var isOpen = false
    var rest = join.template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      let isElement = name == join.alias || name.hasPrefix(join.alias + ".")
      let path = isElement ? element + name.dropFirst(join.alias.utf8.count) : String(name)
      guard let found = lookup(path)?.first else {
        throw ExpressionMistake("`\(name)` is not declared, or has no value", at: join.range)
      }
      value += rest[..<open] + found.value.plainText
      shown += rest[..<open] + (found.placeholder ?? found.value.plainText)
      isOpen = isOpen || found.isOpen
      rest = rest[rest.index(after: close)...]
    }
    return Binding(
      value: .text(value + rest),
      kind: .string,
      placeholder: shown + rest,
      isOpen: isOpen
    )
  }

  // MARK: Functions

  private func call(
    _ name: String,
    _ arguments: [Expression.Node],
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Binding {
    if name == "if" {
      guard arguments.count == 3 else {
        throw ExpressionMistake("`if` takes a condition and two values", at: range)
      }
      let condition = try value(of: arguments[0])
      return try value(of: try truth(condition, range) ? arguments[1] : arguments[2])
    }
    var operands: [Binding] = []
    for argument in arguments { operands += try values(of: argument) }
    let isOpen = operands.contains(where: \.isOpen)
    if name == "count" {
      return Binding(value: .int(operands.count), kind: .int, isOpen: isOpen)
    }
    var measures: [Measure] = []
    for operand in operands {
      guard let measure = Measure(operand.value) else {
        throw ExpressionMistake("`\(name)` takes numbers", at: range)
      }
      measures.append(measure)
    }
    guard let first = measures.first else {
      throw ExpressionMistake("`\(name)` needs a value", at: range)
    }
    for measure in measures.dropFirst() { try requireSameUnit(first, measure, range) }
    let amounts = measures.map(\.amount)
    let isWhole = measures.allSatisfy(\.isWhole)
    func made(_ amount: Double, isWhole: Bool) -> Binding {
      Measure(amount, first.unit, isWhole: isWhole).binding(isOpen)
    }
    switch (name, amounts.count) {
    case ("sum", _): return made(amounts.reduce(0, +), isWhole: isWhole)
    case ("min", _): return made(amounts.min() ?? 0, isWhole: isWhole)
    case ("max", _): return made(amounts.max() ?? 0, isWhole: isWhole)
    case ("ceil", 1): return made(amounts[0].rounded(.up), isWhole: true)
    case ("floor", 1): return made(amounts[0].rounded(.down), isWhole: true)
    case ("round", 1): return made(amounts[0].rounded(), isWhole: true)
    default:
      throw ExpressionMistake(
        "there is no function `\(name)`; there are if, sum, count, min, max, ceil, floor, round, join",
        at: range
      )
    }
  }
}
