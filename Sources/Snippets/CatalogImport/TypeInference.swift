internal import Languages

/// Tells the types of variables from the values that the roles give them.
final class TypeInference {
  private let variables: DefinedVariables
  private let hints: [String: VariableHint]
  private var known: [String: Set<ValueKind>] = [:]
  /// The variables whose types are being told, so that circles end.
  private var open: Set<String> = []

  init(_ variables: DefinedVariables, _ hints: [String: VariableHint]) {
    self.variables = variables
    self.hints = hints
  }

  /// Returns the types of a variable; empty where nothing tells.
  func types(of name: String) -> Set<ValueKind> {
    if let types = known[name] { return types }
    guard let definition = variables[name], open.insert(name).inserted else { return [] }
    let types = infer(definition)
    open.remove(name)
    known[name] = types
    return types
  }

  /// The value of the role tells, and where that is empty the one of group_vars; then the name.
  private func infer(_ definition: DefinedVariables.Definition) -> Set<ValueKind> {
    let name = definition.name
    let known = hints.kinds(of: name)
    guard known.isEmpty else { return known }
    if name.hasSuffix("_enabled") { return [.bool] }
    let value = definition.value
    var types = types(of: value)
    let isEmpty = value.isScalar && (value.isNull || value.text.isEmpty)
    if let other = definition.groupValue, isEmpty || types.isEmpty {
      types = isEmpty ? types.union(self.types(of: other)) : self.types(of: other)
    }
    if types.isSubset(of: [.null]) { types.formUnion(ValueKind.kinds(ofName: name)) }
    if ["_bind_port", "_bind_port_udp", "_bind_port_tcp"].contains(where: name.hasSuffix) {
      types.formUnion([.int, .string])
    }
    return types
  }

  private func types(of value: YAMLNode) -> Set<ValueKind> {
    guard value.isScalar, value.text.contains("{{") || value.text.contains("{%") else {
      return [ValueKind(of: value)]
    }
    let text = Array(value.text.utf8)
    let template = JinjaTemplate(text)
    guard template.mistakes.isEmpty else { return [] }
    var outputs: [JinjaExpression] = []
    for part in template.parts {
      switch part {
      case .statement: return [.string]
      case .output(let expression, _): outputs.append(expression)
      case .text(let range):
        let isBlank = text[range].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if !isBlank { return [.string] }
      }
    }
    // Text around an expression, or a second one, makes a text of it.
    guard outputs.count == 1, let output = outputs.first else { return [.string] }
    return types(of: output)
  }

  // MARK: Expressions

  private func types(of expression: JinjaExpression) -> Set<ValueKind> {
    switch expression.content {
    case .name(let name): return name == "omit" ? [.null] : types(of: name)
    case .constant(let constant): return [ValueKind(of: constant)]
    case .list, .tuple: return [.list]
    case .dictionary: return [.mapping]
    case .not, .comparison, .test: return [.bool]
    case .and(let left, let right), .or(let left, let right):
      return types(of: left).union(types(of: right))
    case .conditional(let value, _, let otherwise):
      return types(of: value).union(otherwise.map { types(of: $0) } ?? [])
    case .sign(let value): return types(of: value)
    case .arithmetic(let sign, let left, let right):
      return arithmetic(sign, types(of: left), types(of: right))
    case .filter(let value, let name, let arguments):
      return filtered(value, by: name.text, arguments.map(\.value))
    case .call(let function, let arguments): return called(function, arguments.map(\.value))
    case .subscripted(let value, _), .attribute(let value, _):
      // A table written on the spot gives one of its values.
      guard case .dictionary(let entries) = value.content else { return [] }
      return entries.reduce(into: []) { $0.formUnion(types(of: $1.value)) }
    case .slice(let value, _): return types(of: value)
    }
  }

  private func arithmetic(
    _ sign: JinjaExpression.Arithmetic,
    _ left: Set<ValueKind>,
    _ right: Set<ValueKind>
  ) -> Set<ValueKind> {
    let both = left.union(right)
    switch sign {
    case .joined: return [.string]
    case .divided: return [.float]
    case .plus where both.contains(.list): return [.list]
    case .plus where both.contains(.string): return [.string]
    case .modulo where left.contains(.string): return [.string]
    default: return both.contains(.float) ? [.float] : both.isEmpty ? [] : [.int]
    }
  }

  private func filtered(
    _ value: JinjaExpression?,
    by name: String,
    _ arguments: [JinjaExpression]
  ) -> Set<ValueKind> {
    let name = name.split(separator: ".").last.map(String.init) ?? name
    if let kind = ValueKind.filters[name] { return [kind] }
    switch name {
    case "default", "d":
      let given = value.map { types(of: $0) } ?? []
      let otherwise = arguments.first.map { types(of: $0) } ?? [.string]
      return given.subtracting([.null]).union(otherwise)
    case "ternary": return arguments.reduce(into: []) { $0.formUnion(types(of: $1)) }
    case "max", "min", "first", "last", "random":
      // One of a list that is written on the spot.
      guard let value, case .list(let items) = value.content else { return [] }
      return items.reduce(into: []) { $0.formUnion(types(of: $1)) }
    default: return []
    }
  }

  private func called(
    _ function: JinjaExpression,
    _ arguments: [JinjaExpression]
  ) -> Set<ValueKind> {
    switch function.content {
    case .name("lookup"):
      guard let first = arguments.first, case .constant(.string(let plugin)) = first.content else {
        return []
      }
      if plugin.hasSuffix("varnames") { return [.list] }
      return plugin.hasSuffix("vars") ? [] : [.string]
    case .name("query"), .name("q"), .name("range"): return [.list]
    case .name("dict"): return [.mapping]
    case .attribute(_, let method): return ValueKind.methods[method].map { [$0] } ?? []
    default: return []
    }
  }
}
