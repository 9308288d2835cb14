package import Diagnostics

/// A guide or a partial, parsed once: plain text, placeholders and blocks.
package struct Template: Sendable {
  /// The file it was read from.
  package let file: SourceFile
  /// Its parts in order.
  let items: [Item]

  /// A part of a template.
  package indirect enum Item: Sendable {
    /// Text that is copied.
    case text(Range<Int>)
    /// A value to fill in.
    case placeholder(Placeholder)
    /// A placeholder behind a backslash, printed as it is written without the backslash.
    case escaped(Placeholder)
    /// A block that is repeated for every element of a path.
    case each(path: Range<Int>, alias: String, body: [Item])
    /// A block that depends on a condition.
    case condition(Range<Int>, then: [Item], otherwise: [Item])
    /// Another file, with what stands before the directive put before each of its lines.
    case include(Range<Int>, prefix: Range<Int>)
  }
}
