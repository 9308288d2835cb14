/// A token of a text that a ``Grammar`` reads.
package struct GrammarToken: Sendable {
  /// What a token is, as grammars name it.
  package enum Kind: String, Sendable {
    case number = "NUMBER"
    /// A word, which may be one of the grammar's own.
    case name = "NAME"
    case quoted = "QUOTED"
    /// A word with a wildcard.
    case pattern = "PATTERN"
    case punctuation = "PUNCTUATION"
    /// The end of a statement.
    case eol = "EOL"
    /// The end of the text.
    case eof = "EOF"
  }

  package let kind: Kind
  /// What is written, without quotes.
  package let text: String
  /// In bytes of the text, quotes included.
  package let range: Range<Int>

  /// Creates a token.
  package init(_ kind: Kind, _ text: String, at range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
  }

  /// Whether it is a word or a mark that reads so.
  package func reads(_ text: String) -> Bool {
    (kind == .name || kind == .punctuation) && self.text == text
  }
}

/// What a rule of a ``Grammar`` matched.
package struct GrammarNode: Sendable {
  /// The name of the rule.
  package let rule: String
  /// The tokens of it, as places among all.
  package let tokens: Range<Int>
  /// What the rules named in it matched, in order.
  package let children: [GrammarNode]

  /// The first node of a rule below this one.
  package func first(_ rule: String) -> GrammarNode? {
    for child in children {
      if child.rule == rule { return child }
      if let found = child.first(rule) { return found }
    }
    return nil
  }

  /// Every node of a rule below this one that is in no other of the same rule, in order.
  package func all(_ rule: String) -> [GrammarNode] {
    children.flatMap { $0.rule == rule ? [$0] : $0.all(rule) }
  }

  /// The child of a rule.
  package func child(_ rule: String) -> GrammarNode? { children.first { $0.rule == rule } }
}
