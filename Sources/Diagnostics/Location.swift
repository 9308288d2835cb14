/// A place in a file: a path and a range of UTF-8 bytes.
///
/// A checker that is handed a bare text uses the empty path; whoever embeds the text in a file
/// maps the range outwards with ``Diagnostic/relocated(by:)``.
public struct Location: Hashable, Sendable {
  /// The file, relative to the project or absolute; empty for a text without a file.
  public var path: String
  /// Offsets in UTF-8 bytes from 0 at the start of the file; the end is exclusive.
  public var range: Range<Int>

  /// Creates a place in a file.
  public init(path: String = "", range: Range<Int>) {
    self.path = path
    self.range = range
  }
}
