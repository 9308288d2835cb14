public import Diagnostics
public import Languages

extension YAMLTree {
  /// Returns the tree of a text, and what its readers refuse: syntax errors, unknown aliases and
  /// duplicate keys; ranges are bytes of the text.
  ///
  /// A syntax error ends the reading; what comes before it is in the tree.
  public static func parse(_ text: [UInt8]) -> Outcome<YAMLTree> {
    let tree = YAMLTree.read(text)
    return Outcome(tree, tree.errors(in: text))
  }

  /// What readers refuse.
  func errors(in text: [UInt8]) -> [Diagnostic] {
    mistakes.filter(\.isError).map { .yamlMistake($0, in: text) }
  }

  /// What readers take, though its author can hardly mean it.
  func oddities(in text: [UInt8]) -> [Diagnostic] {
    let source = YAMLSource(text: text, tree: self)
    // Of a part of a tree only the characters can be judged.
    let forms =
      isComplete
      ? YAMLSource.forms.flatMap { $0.findings(in: source) }
      : Diagnostic.pastedCharacters(in: source)
    return mistakes.filter { !$0.isError }.map { .yamlMistake($0, in: text) } + forms
  }
}

extension YAMLMistake {
  /// Whether the text is not read as it is written.
  fileprivate var isError: Bool {
    switch self {
    case .syntax, .tooDeep, .unknownAlias, .duplicateKey: true
    case .unusedAnchor: false
    }
  }
}

extension Diagnostic {
  /// Words what the reader met.
  fileprivate static func yamlMistake(_ mistake: YAMLMistake, in text: [UInt8]) -> Diagnostic {
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
