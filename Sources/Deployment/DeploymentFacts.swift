package import Diagnostics

/// How a port is reached.
package enum TransportProtocol: String, Sendable, Hashable, CaseIterable {
  case tcp
  case udp
}

/// A port on which something of a server accepts connections.
package struct Listener: Sendable {
  package var server: String
  /// Nothing for all addresses of the server.
  package var address: String?
  package var ports: ClosedRange<Int>
  package var protocols: Set<TransportProtocol>
  package var place: Location

  /// Creates a listener.
  package init(
    server: String,
    address: String? = nil,
    ports: ClosedRange<Int>,
    protocols: Set<TransportProtocol>,
    place: Location
  ) {
    self.server = server
    self.address = address
    self.ports = ports
    self.protocols = protocols
    self.place = place
  }

  /// Whether nothing outside of the server reaches it.
  var isLoopback: Bool { address.map(Network.isLoopback) ?? false }

  /// As messages show it: `5432/tcp`.
  var shown: String {
    let numbers =
      ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
    return "\(numbers)/\(protocols.map(\.rawValue).sorted().joined(separator: "+"))"
  }
}

/// What something of a server connects to.
package struct Connection: Sendable {
  package var server: String
  /// A name or an address.
  package var host: String
  package var port: Int
  package var place: Location
  /// Whether it starts inside a container that has a network of its own.
  package var isInContainer: Bool

  /// Creates a connection.
  package init(server: String, host: String, port: Int, place: Location, isInContainer: Bool) {
    self.server = server
    self.host = host
    self.port = port
    self.place = place
    self.isInContainer = isInContainer
  }
}

/// A name or an address that a file gives to a server.
package struct HostName: Sendable {
  /// The server on which the name is known.
  package var server: String
  package var name: String
  package var address: String

  /// Creates a name.
  package init(server: String, name: String, address: String) {
    self.server = server
    self.name = name
    self.address = address
  }
}

/// What the files and the commands of a deployment say to each other.
package struct DeploymentFacts: Sendable {
  package var listeners: [Listener] = []
  package var connections: [Connection] = []
  package var secrets: [SecretPlace] = []
  /// Names beside those of the servers themselves.
  package var names: [HostName] = []
  /// Addresses that move between servers, each with one that can have it.
  package var floating: [(server: String, address: String)] = []

  /// Creates facts that say nothing.
  package init() {}
}
