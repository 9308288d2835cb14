package import Diagnostics

/// A guide or a partial, parsed once: plain text, placeholders and blocks.
package struct Template: Sendable {
  /// The file it was read from.
  package let file: SourceFile
  /// Its parts in order.
  let items: [Item]
  /// The keys that its malformed placeholders were meant to print.
  var meantKeys: Set<String> = []
  /// What is before the end of a block that does not begin, in bytes of the file: nobody knows the
  /// names of its loop.
  var unclear: [Range<Int>] = []

  /// A part of a template.
  package indirect enum Item: Sendable {
    /// Text that is copied.
    case text(Range<Int>)
    /// The end of a line that is written as CR or CRLF, and is LF in what is made of it.
    case lineBreak(Range<Int>)
    /// A value to fill in.
    case placeholder(Placeholder)
    /// What would be a placeholder without the backslash before it, printed as it is written without
    /// that.
    case escaped(Range<Int>)
    /// What was meant as a placeholder or a block, printed as it is written.
    case malformed(Range<Int>)
    /// A block that is repeated for every element of a path; for the first alone where its end is
    /// missing, so that what is not part of it is there once.
    case each(path: Range<Int>, alias: String, body: [Item], isClosed: Bool)
    /// A block that depends on a condition.
    case condition(Range<Int>, then: [Item], otherwise: [Item])
    /// Another file, with what stands before the directive put before each of its lines.
    case include(Range<Int>, prefix: Range<Int>)
    /// A place where text is missing, or is not what was meant, because of a mistake in a block.
    case gap

    /// The keys that are written in it, however deep.
    var keys: [String] {
      switch self {
      case .placeholder(let placeholder): [placeholder.key]
      case .each(_, _, let body, _): body.flatMap(\.keys)
      case .condition(_, let then, let otherwise): (then + otherwise).flatMap(\.keys)
      case .text, .lineBreak, .escaped, .malformed, .include, .gap: []
      }
    }
  }
}
