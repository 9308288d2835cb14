public import Diagnostics
public import Languages

extension YAMLTree {
  /// Returns the tree of a text, and what is wrong with its form; ranges are bytes of the text.
  ///
  /// A syntax error ends the reading; what stands before it is in the tree.
  public static func parse(_ text: [UInt8]) -> Outcome<YAMLTree> {
    let tree = YAMLTree.read(text)
    let source = YAMLSource(text: text, tree: tree)
    // Of a part of a tree only the characters can be judged.
    let forms =
      tree.isComplete
      ? YAMLSource.forms.flatMap { $0.findings(in: source) }
      : Diagnostic.pastedCharacters(in: source)
    let syntax = tree.mistakes.map { Diagnostic.yamlMistake($0, in: text) }
    return Outcome(tree, syntax + forms)
  }
}

extension Diagnostic {
  /// Words what the reader met.
  static func yamlMistake(_ mistake: YAMLMistake, in text: [UInt8]) -> Diagnostic {
    switch mistake {
    case .syntax(let error): .yamlFailure(error, in: text)
    case .tooDeep(let offset, let deepest): .tooDeep(at: offset, deepest)
    case .unknownAlias(let name, let range, let anchors):
      .unknownAlias(name, at: range, anchors: anchors)
    case .unusedAnchor(let name, let range): .unusedAnchor(name, at: range)
    case .duplicateKey(let key, let range, let first): .duplicateKey(key, at: range, first: first)
    }
  }
}

extension TypedValue {
  /// Returns the value of a node, merge keys and aliases resolved.
  ///
  /// - Parameters:
  ///   - node: the root of a snippet.
  ///   - dialect: how plain scalars are read.
  /// - Returns: the value; what lies behind a limit is missing, and reported.
  static func value(of node: YAMLNode, _ dialect: YAMLDialect) -> Outcome<TypedValue> {
    let reading = TypedValue.resolved(node, by: dialect)
    guard reading.isCut else { return Outcome(reading.value) }
    return Outcome(reading.value, [.tooManyAliases(at: node.range, TypedValue.most)])
  }
}
