/// What the guides of a set put on its servers, and the commands that they run there.
public struct PlacedSet: Sendable {
  /// Every server of the set.
  public var servers: [PlacedServer] = []
  /// Whole files; a file of a group is in it once for each of its servers.
  public var files: [PlacedFile] = []
  /// Commands that somebody types; those of a group are in it once for each of its servers.
  public var commands: [PlacedCommands] = []
  /// The servers of which something cannot be read as it is meant, so that nobody knows what they
  /// lack.
  public var unread: Set<String> = []
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

/// A whole file on one server.
public struct PlacedFile: Sendable {
  /// The name of the server; `control` for a file without one.
  public var server: String
  /// The group of the server; empty for `control`.
  public var group: String
  /// The identifier of the document that shows it; the path of a page outside of the guides.
  public var document: String
  /// Without a leading `/`.
  public var path: String
  /// The text with the values of this server, as it was read.
  public var reading: Reading
  /// Whether it could be read as it is meant.
  public var isRead: Bool

  /// What it is; nothing for a file whose format is not known.
  public var kind: SnippetKind? { reading.kind }
  /// The text with the values of this server.
  public var text: [UInt8] { reading.text }

  /// Creates a file of a server.
  public init(
    server: String,
    group: String,
    document: String,
    path: String,
    reading: Reading,
    isRead: Bool = true
  ) {
    self.isRead = isRead
    self.server = server
    self.group = group
    self.document = document
    self.path = path
    self.reading = reading
  }
}

/// A block of commands that somebody types on one server.
public struct PlacedCommands: Sendable {
  /// The name of the server; `control` for commands without one.
  public var server: String
  /// The text with the values of this server, as it was read.
  public var reading: Reading

  /// Creates commands of a server.
  public init(server: String, reading: Reading) {
    self.server = server
    self.reading = reading
  }
}
