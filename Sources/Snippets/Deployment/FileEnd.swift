/// A place in the files of a program that means something to other files.
///
/// Two ends that belong together stand in the tables of this folder, one in each program's part;
/// those of variables stand in the table of their catalog.
package struct FileEnd: Sendable {
  let program: ReadProgram
  /// As ``FileContent/all(_:)`` reads it.
  let place: String
  let meaning: Meaning

  /// What the texts at the place are.
  enum Meaning: Sendable {
    /// Ports on which the program accepts connections: an endpoint, or a port whose addresses stand
    /// at another place of the file.
    case listens(Set<TransportProtocol> = [.tcp], on: String? = nil)
    /// What the program connects to: an endpoint, or a host whose port stands beside it or is the
    /// second text of the line.
    case connects(port: String? = nil, usual: Int? = nil)
    /// A file that the program reads: a path, or a pattern with `*`.
    case reads
    /// A secret that counts: whoever uses the same realm must have the same one.
    case gives(Realm, user: User = .none)
    /// A secret that must be one that is given.
    case uses(Realm, user: User = .none)
    /// How many connections each process of a program opens, to the port that stands at another
    /// place; the numbers of processes beside the first one stand at a third.
    case pool(of: String, port: String, processes: String)
  }

  /// Where the name stands that belongs to a secret.
  enum User: Sendable {
    /// There is none.
    case none
    /// The secret's own key.
    case key
    /// A key beside the secret.
    case beside(String)
    /// The first text of the line, the secret being the second.
    case first
    /// It is always the same.
    case fixed(String)
  }

  init(_ program: ReadProgram, _ place: String, _ meaning: Meaning) {
    self.program = program
    self.place = place
    self.meaning = meaning
  }
}

/// How a port is reached.
enum TransportProtocol: String, Sendable, Hashable, CaseIterable {
  case tcp
  case udp
}

/// What a secret opens.
enum Realm: String, Sendable, Hashable, CaseIterable {
  case livekit
  case patroni
  case postgres
  case redis
  case s3
  case turn

  /// As messages name it.
  var shown: String {
    switch self {
    case .livekit: "LiveKit"
    case .patroni: "Patroni's interface"
    case .postgres: "PostgreSQL"
    case .redis: "Redis"
    case .s3: "S3"
    case .turn: "TURN"
    }
  }
}
