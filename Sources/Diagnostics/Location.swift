/// A place: what it is in, and a range of UTF-8 bytes there.
///
/// A checker that is handed a bare text speaks of that text; whoever embeds the text in a file
/// maps its places outwards with ``Diagnostic/relocated(by:)``.
public struct Location: Hashable, Sendable {
  /// What a place is in.
  public enum Source: Hashable, Sendable {
    /// The text that is being checked.
    case text
    /// A source file, by its path: relative to the project, or absolute.
    case file(String)
    /// A file of a set as it is on one server, by its index in the set.
    case placedFile(Int)
    /// Commands of a set as somebody types them on one server, by their index in the set.
    case placedCommands(Int)
  }

  /// What the range is in.
  public var source: Source
  /// Offsets in UTF-8 bytes from 0 at the start of the source; the end is exclusive.
  public var range: Range<Int>

  /// The path of the source file; empty for a place in anything else, which printers do not know.
  public var path: String {
    guard case .file(let path) = source else { return "" }
    return path
  }

  /// Creates a place in a source, by default in the text that is being checked.
  public init(in source: Source = .text, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// Creates a place in a source file.
  public init(path: String, range: Range<Int>) {
    self.init(in: .file(path), range: range)
  }
}
