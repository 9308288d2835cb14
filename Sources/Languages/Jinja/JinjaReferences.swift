/// The names, filters and tests that a template uses.
package struct JinjaReferences {
  /// Variables that must exist; not those that the template sets itself or asks for with
  /// `is defined` or `default`.
  package private(set) var names: [JinjaExpression.Word] = []
  package private(set) var filters: [JinjaExpression.Word] = []
  package private(set) var tests: [JinjaExpression.Word] = []
  /// Names that the template sets, or that it can do without.
  private var free: Set<String> = []

  package init(_ template: JinjaTemplate) {
    for part in template.parts {
      switch part {
      case .text: continue
      case .output(let expression, _): visit(expression)
      case .statement(let statement):
        free.formUnion(statement.bound)
        for expression in statement.expressions { visit(expression) }
      }
    }
    names.removeAll { free.contains($0.text) }
  }

  private mutating func visit(_ expression: JinjaExpression) {
    switch expression.content {
    case .name(let name): names.append(.init(text: name, range: expression.range))
    case .filter(let value, let word, _):
      filters.append(word)
      if let value, ["default", "d"].contains(word.text.split(separator: ".").last) {
        spare(value)
      }
    case .test(let value, let word, _):
      tests.append(word)
      if ["defined", "undefined"].contains(word.text) { spare(value) }
    default: break
    }
    for part in expression.parts { visit(part) }
  }

  /// Takes note that the variable at the root of an expression may be missing.
  private mutating func spare(_ expression: JinjaExpression) {
    switch expression.content {
    case .name(let name): free.insert(name)
    case .attribute(let value, _), .subscripted(let value, _), .filter(.some(let value), _, _):
      spare(value)
    default: break
    }
  }
}
