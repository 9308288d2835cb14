internal import Diagnostics
internal import Languages

/// Which server has which address, and which name leads to which.
struct Network: Sendable {
  /// The servers of each address.
  private var owners: [String: [String]] = [:]
  /// The addresses of each name, by server.
  private var names: [String: [String: [String]]] = [:]

  /// Learns the addresses of a deployment: those of its servers, those that something binds, and
  /// the names of its hosts files.
  init(_ set: PlacedSet, _ files: [ReadFile], _ listeners: [Listener]) {
    for server in set.servers {
      for address in server.addresses { add(server.name, to: address) }
    }
    for listener in listeners {
      if let address = listener.address, !listener.isLoopback { add(listener.server, to: address) }
    }
    for file in files {
      switch file.program {
      case .hosts:
        guard case .lines(let lines) = file.content else { continue }
        for line in lines {
          for name in line.words.dropFirst() {
            names[file.server, default: [:]][name.text, default: []].append(line.words[0].text)
          }
        }
      case .keepalived:
        for found in file.content.all("[virtual_ipaddress] ?") {
          add(file.server, to: String(found.text.prefix { $0 != "/" }))
        }
      default: continue
      }
    }
  }

  private mutating func add(_ server: String, to address: String) {
    if owners[address]?.contains(server) != true { owners[address, default: []].append(server) }
  }

  /// Returns the servers that a host is, as seen from a server; nothing where that is not known.
  func servers(of host: String, from server: String) -> [(server: String, address: String)]? {
    if Self.isLoopback(host) { return [(server, host)] }
    var addresses = owners[host] == nil ? [] : [host]
    addresses += names[server]?[host] ?? names["control"]?[host] ?? []
    let found = addresses.flatMap { address in
      (owners[address] ?? []).map { (server: $0, address: address) }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether an address or a name is that of the server itself alone.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}
