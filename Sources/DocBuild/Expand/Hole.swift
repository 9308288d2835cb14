package import Diagnostics
internal import Text

/// A place in an expanded text where a value goes, marked there by a ``Sentinel``.
package struct Hole: Hashable, Sendable {
  /// What goes there.
  package var content: Content
  /// The placeholder in its source file.
  package var location: Location
  /// Whether the value is that of the server on which the block around it belongs, shown for the
  /// first of them: each other server has its own in its place.
  package var isMember = false

  /// Whether it was meant as a placeholder and is none, or is one of a key that nobody declares,
  /// which is reported.
  package var isMalformed = false

  /// What fills a hole.
  package enum Content: Hashable, Sendable {
    /// The value of a key.
    case value(Reference)
    /// A value of the server on which the fence around it belongs: `<<self.FIELD>>`.
    case member(field: String)
    /// A text that is printed as it is.
    case literal(String)
  }
}
