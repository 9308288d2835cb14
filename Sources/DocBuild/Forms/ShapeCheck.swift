internal import Diagnostics
internal import Languages
internal import Snippets
internal import Text
internal import Values

extension YAMLReader {
  /// Reports what in a part of a file is not as its shape says.
  ///
  /// What is wrong is reported once: where a mapping is expected and there is none, nothing is said
  /// about its keys, and a required key that an unknown one is near is not missing as well.
  mutating func check(_ node: YAMLNode, against shape: FileShape, keyNode: YAMLNode? = nil) {
    switch shape.form {
    case .mapping(let members, let noun): checkMembers(of: node, members, noun, keyNode)
    case .keyed(let key, let value, let fixed):
      checkEntries(of: node, key, value, fixed, keyNode)
    case .list(let element, let takesOne): checkElements(of: node, element, takesOne, keyNode)
    case .text(let text): checkText(node, text, keyNode)
    case .word(let words, let noun):
      guard node.isScalar, words.contains(node.text) else {
        return unknownWord(node, words, noun, keyNode)
      }
    case .whole(let range):
      let number = node.isScalar ? Int(node.text) : nil
      guard let number, range.contains(number) else {
        return expected(range.words, found: node, keyNode)
      }
    case .truth:
      guard node.isScalar, ["true", "false"].contains(node.text) else {
        return expected("`true` or `false`", found: node, keyNode)
      }
    case .value:
      guard !node.isMapping, node.elements.allSatisfy(\.isScalar) else {
        return expected("a value or a list of values", found: node, keyNode)
      }
    }
  }

  // MARK: Collections

  private mutating func checkMembers(
    of node: YAMLNode,
    _ members: [FileShape.Member],
    _ noun: String,
    _ keyNode: YAMLNode?
  ) {
    let names = members.map(\.name)
    let required = members.filter(\.isRequired).map(\.name)
    // An optional mapping may be empty, as where all its lines are comments.
    if node.isNull, keyNode != nil, required.isEmpty { return }
    guard node.isMapping else {
      let shown = required.isEmpty ? names : required
      let keys = shown.count > 5 ? "" : " with \(shown.map { "`\($0)`" }.joined(separator: ", "))"
      return expected("a mapping\(keys)", found: node, keyNode)
    }
    var missing = Set(required)
    var meant: Set<String> = []
    for (key, value) in node.mergedEntries {
      missing.remove(key.text)
      if let member = members.first(where: { $0.name == key.text }) {
        check(value, against: member.shape, keyNode: key)
      } else {
        // What is there already was not meant.
        let others = names.filter { name in !node.entries.contains { $0.key.text == name } }
        let near = NameIndex(others).nearest(to: key.text)
        meant.formUnion(near)
        diagnostics.append(
          .unknownField(key.text, noun, at: location(key), nearest: near, allowed: names)
        )
      }
    }
    for name in required where missing.contains(name) && !meant.contains(name) {
      diagnostics.append(
        .missingField(name, of: node.range, at: location(keyNode ?? node).start)
      )
    }
  }

  private mutating func checkEntries(
    of node: YAMLNode,
    _ key: FileShape.TextShape,
    _ value: FileShape,
    _ fixed: [FileShape.Member],
    _ keyNode: YAMLNode?
  ) {
    if node.isNull { return }
    guard node.isMapping else { return expected("a mapping", found: node, keyNode) }
    for (name, inner) in node.mergedEntries {
      if let member = fixed.first(where: { $0.name == name.text }) {
        check(inner, against: member.shape, keyNode: name)
      } else {
        checkText(name, key, nil)
        check(inner, against: value, keyNode: name)
      }
    }
  }

  private mutating func checkElements(
    of node: YAMLNode,
    _ element: FileShape,
    _ takesOne: Bool,
    _ keyNode: YAMLNode?
  ) {
    if node.isSequence {
      for inner in node.elements { check(inner, against: element) }
    } else if takesOne, node.isScalar {
      check(node, against: element, keyNode: keyNode)
    } else if !node.isNull {
      expected("a list", found: node, keyNode)
    }
  }

  // MARK: Scalars

  private mutating func checkText(
    _ node: YAMLNode,
    _ text: FileShape.TextShape,
    _ keyNode: YAMLNode?
  ) {
    guard node.isScalar, !node.isNull, !node.text.isEmpty else {
      return expected(text.words, found: node, keyNode)
    }
    if text.isLine, let control = node.text.firstControl() {
      return expected("one line without control characters, found \(control)", at: node)
    }
    guard text.matches(node.text) else { return expected(text.words, found: node, keyNode) }
  }

  private mutating func unknownWord(
    _ node: YAMLNode,
    _ words: [String],
    _ noun: String,
    _ keyNode: YAMLNode?
  ) {
    let listed = words.map { "`\($0)`" }
    let isShort = words.count < 6
    guard node.isScalar, !node.text.isEmpty, !isShort else {
      let choice = isShort ? listed.alternatives : "a \(noun)"
      expected(choice, found: node, keyNode)
      let near = NameIndex(words).nearest(to: node.text)
      diagnostics[diagnostics.count - 1].fixes = .didYouMean(near, at: location(node))
      return
    }
    // One of the words in brackets, as in `list<secret>`, is the word without what is around it.
    let inner = node.text.split { "<>".contains($0) }.last.map(String.init) ?? ""
    let near = words.contains(inner) ? [inner] : NameIndex(words).nearest(to: node.text)
    diagnostics.append(.unknownWord(node.text, noun, at: location(node), nearest: near))
  }

  /// Reports that a node is something else than is expected.
  mutating func expected(_ words: String, found node: YAMLNode, _ keyNode: YAMLNode? = nil) {
    let place = node.range.isEmpty ? location(keyNode ?? node) : location(node).start(of: node)
    diagnostics.append(.wrongDeclaration("expected \(words), found \(node.shown)", at: place))
  }
}

extension YAMLNode {
  /// As a finding shows it.
  fileprivate var shown: String {
    if isMapping { return "a mapping" }
    if isSequence { return "a list" }
    return isNull || text.isEmpty ? "nothing" : "`\(text.prefix(60))`"
  }
}

extension Location {
  /// The first byte of a collection; the whole of a scalar.
  fileprivate func start(of node: YAMLNode) -> Location { node.isScalar ? self : start }

  /// The first byte.
  fileprivate var start: Location {
    Location(path: path, range: range.lowerBound..<min(range.lowerBound + 1, range.upperBound))
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String {
    lowerBound == 0 && upperBound == Int.max
      ? "a whole number" : "a whole number between \(lowerBound) and \(upperBound)"
  }
}

extension [String] {
  /// The names with commas, and `or` before the last.
  package var alternatives: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
