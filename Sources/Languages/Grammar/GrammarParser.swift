/// Reads tokens by a ``Grammar``.
package struct GrammarParser {
  /// Where no form fits.
  package struct Mistake: Sendable {
    /// The place of the token that is wrong.
    package let token: Int
    /// The first token of the item that it is in.
    package let start: Int
    /// What could be there, as messages call it.
    package let expected: [String]
    /// The words that could be there.
    package let words: [String]
    /// The words that could be in place of the token before.
    package let wordsBefore: [String]
  }

  private let grammar: Grammar
  private let tokens: [GrammarToken]
  private var index = 0
  private var start = 0
  private var quiet = 0
  private var isRecording = false
  private var children: [GrammarNode] = []
  private var expectations: [Int: Expectation] = [:]
  private var farthest = 0
  private var depth = 0
  /// What was wrong with items.
  package private(set) var mistakes: [Mistake] = []

  /// What could be at a place.
  private struct Expectation {
    var labels: [String] = []
    var words: [String] = []
  }

  /// Creates a parser of tokens, the last of which is `EOF`.
  package init(_ grammar: Grammar, _ tokens: [GrammarToken]) {
    self.grammar = grammar
    self.tokens = tokens
  }

  /// Reads all tokens as a rule whose form is `< a >`.
  package mutating func read(as rule: String) -> GrammarNode {
    _ = matches(.rule(grammar.index(of: rule)))
    return children.removeLast()
  }

  // MARK: Forms

  private mutating func matches(_ form: Grammar.Form) -> Bool {
    switch form {
    case .literal(let text):
      if tokens[index].reads(text) {
        index += 1
        return true
      }
      expect("`\(text)`", word: text)
      return false
    case .token(let kind):
      let token = tokens[index]
      if token.kind == kind, kind != .name || !grammar.reserved.contains(token.text) {
        index += kind == .eof ? 0 : 1
        return true
      }
      expect(Self.label(of: kind), word: nil)
      return false
    case .rule(let rule): return matches(rule: rule)
    case .sequence(let forms):
      let before = (index, children.count)
      for form in forms where !matches(form) {
        restore(before)
        return false
      }
      return true
    case .choice(let forms): return forms.contains { matches($0) }
    case .repeated(let form, let least, let most):
      let before = (index, children.count)
      var count = 0
      while count < most {
        let place = index
        guard matches(form), index > place else { break }
        count += 1
      }
      if count < least { restore(before) }
      return count >= least
    case .quiet(let form):
      quiet += 1
      defer { quiet -= 1 }
      return matches(form)
    case .items(let form):
      readItems(form)
      return true
    }
  }

  private mutating func restore(_ place: (index: Int, children: Int)) {
    index = place.index
    children.removeSubrange(place.children...)
  }

  private mutating func matches(rule: Int) -> Bool {
    // Deeper than anyone writes, and far from the end of the stack.
    guard depth < 300 else { return false }
    depth += 1
    defer { depth -= 1 }
    let (place, count) = (index, children.count)
    let rule = grammar.rules[rule]
    let known = expectations[place]?.labels.count ?? 0
    guard matches(rule.form) else {
      if quiet == 0, isRecording, let label = rule.label, var expectation = expectations[place] {
        expectation.labels.removeSubrange(min(known, expectation.labels.count)...)
        if !expectation.labels.contains(label) { expectation.labels.append(label) }
        expectations[place] = expectation
      }
      return false
    }
    let below = Array(children[count...])
    children.removeSubrange(count...)
    children.append(GrammarNode(rule: rule.name, tokens: place..<index, children: below))
    return true
  }

  private mutating func expect(_ label: String, word: String?) {
    guard quiet == 0, isRecording else { return }
    farthest = max(farthest, index)
    var expectation = expectations[index] ?? Expectation()
    if !expectation.labels.contains(label) { expectation.labels.append(label) }
    if let word, !expectation.words.contains(word) { expectation.words.append(word) }
    expectations[index] = expectation
  }

  private static func label(of kind: GrammarToken.Kind) -> String {
    switch kind {
    case .number: "a number"
    case .name: "a name"
    case .quoted: "a text in quotes"
    case .pattern: "a pattern"
    case .punctuation: "a sign"
    case .eol: "the end of the line"
    case .eof: "the end of the file"
    }
  }

  // MARK: Items

  private mutating func readItems(_ form: Grammar.Form) {
    let outer = (start, quiet, isRecording)
    defer { (start, quiet, isRecording) = outer }
    quiet = 0
    while tokens[index].kind != .eof, !tokens[index].reads("}") || depth == 1 {
      if tokens[index].kind == .eol {
        index += 1
        continue
      }
      start = index
      let (place, count) = (index, mistakes.count)
      isRecording = false
      guard !matches(form) || index == place else { continue }
      if depth > 1, endsBlock(at: place) { break }
      // What is around a mistake follows from it.
      if mistakes.count == count { mistakes.append(mistake(in: form)) }
      index = end(of: place)
    }
    farthest = index
  }

  /// Reads an item in which no form fits once more, to find out what would have.
  private mutating func mistake(in form: Grammar.Form) -> Mistake {
    (index, farthest, expectations, isRecording) = (start, start, [:], true)
    _ = matches(form)
    let expectation = expectations[farthest] ?? Expectation()
    return Mistake(
      token: farthest,
      start: start,
      expected: expectation.labels,
      words: expectation.words,
      wordsBefore: farthest > start ? expectations[farthest - 1]?.words ?? [] : []
    )
  }

  /// Whether a block of the level above begins, so that a brace is missing.
  private func endsBlock(at place: Int) -> Bool {
    guard grammar.blocks.contains(tokens[place].text), tokens[place].kind == .name else {
      return false
    }
    return tokens[place...].prefix(5).contains { $0.reads("{") }
  }

  /// The token behind the line of an item and the blocks that it opens.
  private func end(of start: Int) -> Int {
    var depth = 0
    var place = start
    while tokens[place].kind != .eof {
      let token = tokens[place]
      if token.reads("{") {
        depth += 1
      } else if token.reads("}") {
        if depth == 0 { return place == start ? place + 1 : place }
        depth -= 1
      } else if token.kind == .eol {
        // A brace within a line is closed there, or was forgotten.
        if depth == 0 || !isOpen(from: start, to: place) { return place + 1 }
      }
      place += 1
    }
    return place
  }

  /// Whether the line before a place began or went on with a block of lines.
  private func isOpen(from start: Int, to place: Int) -> Bool {
    var open: [Bool] = []
    for index in start..<place {
      if tokens[index].reads("{") { open.append(tokens[index + 1].kind == .eol) }
      if tokens[index].reads("}"), !open.isEmpty { open.removeLast() }
      if tokens[index].kind == .eol, tokens[index - 1].reads(",") { return true }
    }
    return open.contains(true) || tokens[place - 1].reads(",")
  }
}
