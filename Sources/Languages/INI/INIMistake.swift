/// A line that is no part of an INI file.
package struct INIMistake: Sendable {
  package var kind: Kind
  /// In bytes of the text.
  package var range: Range<Int>

  package enum Kind: Sendable {
    /// A section without its closing bracket, or with something behind it.
    case section
    /// Nothing that parts a key from its value.
    case separator
    /// A key with bytes that the program does not take; empty where none stands there.
    case key(String)
    /// A key before the first section, where the program wants one.
    case keyWithoutSection(String)
  }

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
