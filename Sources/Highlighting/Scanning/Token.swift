/// A piece of code of one kind.
///
/// The tokens of a text have no gaps: each begins where the one before it ends, the first at
/// 0, and the last ends with the text.
public struct Token: Hashable, Sendable {
  /// What the piece is.
  public let kind: Kind
  /// The offset after its last byte.
  public let end: Int

  /// Creates a token from its kind and the offset after its last byte.
  public init(kind: Kind, end: Int) {
    self.kind = kind
    self.end = end
  }

  /// What a piece of code is to its reader.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Nothing that is told apart.
    case plain
    /// A remark to people.
    case comment
    /// The name of a setting.
    case key
    /// Text in quotes, or a block of text.
    case string
    /// A number, with its unit where it has one.
    case number
    /// A word of the language: `if`, `true`, `SELECT`.
    case keyword
    /// What is replaced when the code runs.
    case variable
    /// What is called or declared: a command, a section, a function.
    case name
    /// The mark before a command that was typed.
    case prompt
    /// What a command printed.
    case output
  }
}
