public import Diagnostics

/// A whole file as it stands on one server, for checks that hold files against each other.
public struct PlacedFile: Sendable {
  /// The name of the server; `control` for a file without one.
  public var server: String
  /// The group of the server; empty for `control`.
  public var group: String
  /// The identifier of the document that shows it.
  public var document: String
  /// Without a leading `/`.
  public var path: String
  /// What it is; nothing for a file whose format is not known.
  public var kind: SnippetKind?
  /// The text with the values of this server.
  public var text: [UInt8]

  /// Creates a file of a server.
  public init(
    server: String,
    group: String,
    document: String,
    path: String,
    kind: SnippetKind?,
    text: [UInt8]
  ) {
    self.server = server
    self.group = group
    self.document = document
    self.path = path
    self.kind = kind
    self.text = text
  }
}

/// Checks that hold the files of a set against each other.
///
/// A place in the file with index 3 has the path `3`: whoever placed the files maps it outwards.
public enum PlacedFileCheck {
  /// A check over all files of a set.
  typealias Check = @Sendable (_ files: [PlacedFile]) -> [Diagnostic]

  /// Every check; each stands in the file of its rule.
  static let all: [Check] = []

  /// Holds the files of a set against each other.
  ///
  /// - Parameter files: of one set; a file of a group once for each of its servers.
  /// - Returns: what is wrong between them, in the order of the checks.
  public static func check(_ files: [PlacedFile]) -> [Diagnostic] {
    all.flatMap { $0(files) }
  }
}
