extension Expression {
  /// Computes the expression.
  ///
  /// - Parameters:
  ///   - lookup: returns the value at a path, several values for a path with `*`, nothing for an
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
        throw ExpressionMistake(
          "expected one value, found \(found.count) at `\(use.path)`",
          at: use.range
        )
      }
      return found[0]
    case .negation(let inner, let range):
      let operand = try value(of: inner)
      guard let measure = Measure(operand.value) else {
        throw ExpressionMistake("expected a number after `-`", at: range)
      }
      let zero = Measure(.whole(0), measure.unit, isWhole: measure.isWhole)
      return try zero.combined("-", measure, range).binding(isOpen: operand.isOpen, range)
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
      throw .undefined(use.path, at: use.range)
    }
    return found.flatMap { binding -> [Binding] in
      guard case .list(let values) = binding.value else { return [binding] }
      return values.map {
        Binding(
          value: $0,
          kind: binding.kind,
          isOpen: binding.isOpen,
          isSecret: binding.isSecret
        )
      }
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
    default: return try arithmetic(name.first ?? "+", left, right, range)
    }
  }

  private func truth(_ binding: Binding, _ range: Range<Int>) throws(ExpressionMistake) -> Bool {
    guard case .bool(let isTrue) = binding.value else {
      throw ExpressionMistake("expected `true` or `false`", at: range)
    }
    return isTrue
  }

  private func compare(
    _ name: String,
    _ left: Binding,
    _ right: Binding,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Bool {
    guard !left.isSecret, !right.isSecret else { throw .secret(at: range) }
    guard let a = Measure(left.value), let b = Measure(right.value) else {
      switch name {
      case "==": return left.value == right.value
      case "!=": return left.value != right.value
      default: throw ExpressionMistake("expected numbers on both sides of `\(name)`", at: range)
      }
    }
    try a.requireUnit(of: b, range)
    switch name {
    case "==": return a.amount.equals(b.amount)
    case "!=": return !a.amount.equals(b.amount)
    case "<": return a.amount < b.amount
    case "<=": return !(b.amount < a.amount)
    case ">": return b.amount < a.amount
    default: return !(a.amount < b.amount)
    }
  }

  private func arithmetic(
    _ name: Character,
    _ left: Binding,
    _ right: Binding,
    _ range: Range<Int>
  ) throws(ExpressionMistake) -> Binding {
    guard let a = Measure(left.value), let b = Measure(right.value) else {
      throw ExpressionMistake("expected numbers on both sides of `\(name)`", at: range)
    }
    let result = try a.combined(name, b, range)
    return try result.binding(isOpen: left.isOpen || right.isOpen, range)
  }

  // MARK: Texts

  /// A text made from open values keeps their hints for readers, and has their examples for checks.
  private func text(of join: Expression.Join) throws(ExpressionMistake) -> Binding {
    guard let paths = elements(join.path.path) else {
      throw ExpressionMistake.undefined(
        join.path.path,
        "expected a list or a server group, found `\(join.path.path)`",
        at: join.path.range
      )
    }
    var parts: [Binding] = []
    for path in paths { parts.append(try text(of: join, path)) }
    func joined(_ text: (Binding) -> String) -> String {
      parts.map(text).joined(separator: join.separator)
    }
    let text = joined(\.value.plainText)
    let display = joined { $0.placeholder ?? $0.value.plainText }
    return Binding(
      value: .text(text),
      kind: .string,
      placeholder: display == text ? nil : display,
      withoutSecrets: joined { $0.withoutSecrets ?? $0.value.plainText },
      isOpen: parts.contains(where: \.isOpen),
      isSecret: parts.contains(where: \.isSecret)
    )
  }

  /// The template for one element.
  private func text(
    of join: Expression.Join,
    _ element: String
  ) throws(ExpressionMistake) -> Binding {
    var value = ""
    var shown = ""
    var withoutSecrets = ""
    var isOpen = false
    var isSecret = false
    var rest = join.template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      let isElement = name == join.alias || name.hasPrefix(join.alias + ".")
      let path = isElement ? element + name.dropFirst(join.alias.utf8.count) : String(name)
      guard let found = lookup(path)?.first else {
        throw .undefined(String(name), at: join.range)
      }
      value += rest[..<open] + found.value.plainText
      shown += rest[..<open] + (found.placeholder ?? found.value.plainText)
      withoutSecrets += rest[..<open] + (found.withoutSecrets ?? found.value.plainText)
      isOpen = isOpen || found.isOpen
      isSecret = isSecret || found.isSecret
      rest = rest[rest.index(after: close)...]
    }
    return Binding(
      value: .text(value + rest),
      kind: .string,
      placeholder: shown + rest,
      withoutSecrets: withoutSecrets + rest,
      isOpen: isOpen,
      isSecret: isSecret
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
        throw ExpressionMistake("expected a condition and two values in `if`", at: range)
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
    guard ["sum", "min", "max", "ceil", "floor", "round"].contains(name) else {
      throw ExpressionMistake(
        "unknown function `\(name)`; the functions are if, sum, count, min, max, ceil, floor, "
          + "round, join",
        at: range
      )
    }
    var measures: [Measure] = []
    for operand in operands {
      guard let measure = Measure(operand.value) else {
        throw ExpressionMistake("expected numbers in `\(name)`", at: range)
      }
      measures.append(measure)
    }
    guard var result = measures.first else {
      throw ExpressionMistake("expected a value in `\(name)`", at: range)
    }
    for measure in measures.dropFirst() {
      try result.requireUnit(of: measure, range)
      switch name {
      case "sum": result = try result.combined("+", measure, range)
      case "min": if measure.amount < result.amount { result.amount = measure.amount }
      case "max": if result.amount < measure.amount { result.amount = measure.amount }
      default: throw ExpressionMistake("expected one value in `\(name)`", at: range)
      }
      result.isWhole = result.isWhole && measure.isWhole
    }
    let rule: FloatingPointRoundingRule
    switch name {
    case "ceil": rule = .up
    case "floor": rule = .down
    case "round": rule = .toNearestOrAwayFromZero
    default: return try result.binding(isOpen: isOpen, range)
    }
    guard let whole = result.amount.rounded(rule) else { throw .tooLarge(at: range) }
    return try Measure(.whole(whole), result.unit, isWhole: true).binding(isOpen: isOpen, range)
  }
}
