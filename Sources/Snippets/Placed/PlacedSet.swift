/// What the guides of a set put on its servers, and the commands that they run there.
public struct PlacedSet: Sendable {
  /// Every server of the set.
  public var servers: [PlacedServer] = []
  /// Whole files; a file of a group stands once for each of its servers.
  public var files: [PlacedFile] = []
  /// Commands that somebody types; those of a group stand once for each of its servers.
  public var commands: [PlacedCommands] = []
  /// What the variables of each catalog say about other files, by the catalog's name.
  package var ends: [String: [FileEnd]] = [:]

  /// Creates a set without anything in it.
  public init() {}
}

/// A server of a set.
public struct PlacedServer: Sendable {
  /// Its name.
  public var name: String
  /// The group that it belongs to.
  public var group: String
  /// Its addresses, as files write them.
  public var addresses: [String]

  /// Creates a server.
  public init(name: String, group: String, addresses: [String]) {
    self.name = name
    self.group = group
    self.addresses = addresses
  }
}

/// A whole file as it stands on one server.
public struct PlacedFile: Sendable {
  /// The name of the server; `control` for a file without one.
  public var server: String
  /// The group of the server; empty for `control`.
  public var group: String
  /// The identifier of the document that shows it; the path of a page outside of the guides.
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

/// A block of commands that somebody types on one server.
public struct PlacedCommands: Sendable {
  /// The name of the server; `control` for commands without one.
  public var server: String
  /// The text with the values of this server.
  public var text: [UInt8]
  /// Whether only lines behind a prompt are commands, as in a session that was recorded.
  public var isSession: Bool

  /// Creates commands of a server.
  public init(server: String, text: [UInt8], isSession: Bool) {
    self.server = server
    self.text = text
    self.isSession = isSession
  }
}
