/// Which server has which address, and which name leads to which.
package struct Network: Sendable {
  /// The servers of each address.
  private var owners: [String: [String]] = [:]
  /// The addresses of each name, by server.
  private var names: [String: [String: [String]]] = [:]

  /// Learns the addresses of a deployment.
  ///
  /// - Parameters:
  ///   - servers: each with its own addresses.
  ///   - facts: what is bound, the names that files give, and addresses that move.
  package init(_ servers: [(name: String, addresses: [String])], _ facts: DeploymentFacts) {
    for server in servers {
      for address in server.addresses { add(server.name, to: address) }
    }
    for listener in facts.listeners {
      if let address = listener.address, !listener.isLoopback { add(listener.server, to: address) }
    }
    for (server, address) in facts.floating { add(server, to: address) }
    for name in facts.names {
      names[name.server, default: [:]][name.name, default: []].append(name.address)
    }
  }

  private mutating func add(_ server: String, to address: String) {
    if owners[address]?.contains(server) != true { owners[address, default: []].append(server) }
  }

  /// Returns the servers that a host is, as seen from a server; nothing where that is not known.
  package func servers(of host: String, from server: String) -> [(server: String, address: String)]?
  {
    if Self.isLoopback(host) { return [(server, host)] }
    var addresses = owners[host] == nil ? [] : [host]
    addresses += names[server]?[host] ?? names["control"]?[host] ?? []
    let found = addresses.flatMap { address in
      (owners[address] ?? []).map { (server: $0, address: address) }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether an address or a name is that of the server itself alone.
  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}
