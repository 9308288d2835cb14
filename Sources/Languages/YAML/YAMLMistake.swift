/// What a composer finds that is no YAML, or that nobody can mean.
package enum YAMLMistake: Sendable {
  /// The text is no YAML; nothing behind the place is in the tree.
  case syntax(YAMLSyntaxError)
  /// Deeper than is read, at this byte of the text.
  case tooDeep(at: Int, deepest: Int)
  /// An alias without an anchor before it, and the anchors there are.
  case unknownAlias(String, at: Range<Int>, anchors: [String])
  /// An anchor that no alias uses.
  case unusedAnchor(String, at: Range<Int>)
  /// A key that its mapping has already.
  case duplicateKey(String, at: Range<Int>, first: Range<Int>)
}

/// Where and why a text is not YAML, in the words of libyaml.
package struct YAMLSyntaxError: Error, Sendable {
  /// What libyaml met.
  package var problem: String
  /// What it was reading meanwhile; empty where it does not say.
  package var context: String
  /// In bytes of the text; at most their number.
  package var offset: Int
  /// Where a quoted text begins that runs over several lines up to the place, if one does: its
  /// closing quote is most likely what is missing.
  package var quote: Int?
  /// Where the bracket or brace is whose list or mapping was being read, if one was.
  package var bracket: Int?
}
