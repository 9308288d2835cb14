internal import Languages

/// The expressions in the values of a file's variables.
struct VariableExpressions {
  /// A scalar with something that Ansible evaluates.
  struct Value {
    /// The variable in whose value it stands.
    var variable: String
    var node: YAMLNode
    var template: JinjaTemplate
    var references: JinjaReferences
  }

  private(set) var values: [Value] = []
  /// The names that any expression asks for.
  private(set) var names: Set<String> = []
  private var visits = 0

  init(_ set: VariableSet) {
    for (key, value) in set.entries { visit(value, of: key.text, depth: 0) }
  }

  /// The expressions in a value that stands alone.
  init(in value: YAMLNode, of variable: String) { visit(value, of: variable, depth: 0) }

  private mutating func visit(_ node: YAMLNode, of variable: String, depth: Int) {
    // Aliases can multiply what is small in the text.
    visits += 1
    guard depth < 32, visits < 100_000 else { return }
    for element in node.elements { visit(element, of: variable, depth: depth + 1) }
    for (key, value) in node.entries {
      visit(key, of: variable, depth: depth + 1)
      visit(value, of: variable, depth: depth + 1)
    }
    guard node.isScalar, node.tag != "!unsafe", JinjaTemplate.isTemplate(node.text) else { return }
    let template = JinjaTemplate(Array(node.text.utf8))
    let references = JinjaReferences(template)
    names.formUnion(references.names.map(\.text))
    values.append(
      Value(variable: variable, node: node, template: template, references: references)
    )
  }
}
