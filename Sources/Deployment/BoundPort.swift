public import Diagnostics

/// A port that something of a server binds.
public struct BoundPort: Sendable {
  /// The name of the server.
  public let server: String
  /// One port, or a range of them.
  public let ports: ClosedRange<Int>
  /// `tcp`, `udp`, or both, sorted.
  public let protocols: [String]
  /// Whether only the server itself reaches it.
  public let isLoopback: Bool
  /// Where the placed files or commands say so.
  public let place: Location

  /// Creates what a listener binds.
  package init(_ listener: Listener) {
    server = listener.server
    ports = listener.ports
    protocols = listener.protocols.map(\.rawValue).sorted()
    isLoopback = listener.isLoopback
    place = listener.place
  }
}
