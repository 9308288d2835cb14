internal import Deployment

/// A place in the files of a program that means something to other files.
///
/// Two ends that belong together are in the facts of their programs, one in each; those of variables
/// are in the table of their catalog.
package struct FileEnd: Sendable {
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
  }

  init(_ place: String, _ meaning: Meaning) {
    self.place = place
    self.meaning = meaning
  }
}
