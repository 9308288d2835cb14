/// A host with a port or a range of ports, as configuration files write it.
package struct Endpoint: Sendable, Equatable {
  /// A name or an address without brackets; empty for all addresses.
  package var host: String
  /// Nothing where only a host is written; a number above 65535 is no port of anything.
  package var ports: ClosedRange<Int>?

  /// Whether something can listen there.
  package var isPossible: Bool { ports.map { $0.upperBound <= 65535 } ?? true }

  /// Reads every endpoint of a text: parted by commas, each with or without `name=` and a scheme
  /// before it and a path behind it; one without a port has that of the next.
  package static func read(_ text: String) -> [Endpoint] {
    var endpoints = text.split(separator: ",").compactMap { one(String($0)) }
    for index in endpoints.indices.dropLast().reversed() where endpoints[index].ports == nil {
      endpoints[index].ports = endpoints[index + 1].ports
    }
    return endpoints
  }

  private static func one(_ text: String) -> Endpoint? {
    var rest = text.drop { $0 == " " }
    var scheme = ""
    if let mark = rest.firstRange(of: "://") {
      let before = rest[..<mark.lowerBound]
      scheme = before.split(separator: "=").last.map(String.init) ?? ""
      rest = rest[mark.upperBound...].prefix { $0 != "/" && $0 != "?" }
    }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    guard !rest.contains("$"), !rest.contains("/"), !rest.contains(" ") else { return nil }
    if let ports = PortRange.read(rest) { return Endpoint(host: "", ports: ports) }
    let (host, port) = parts(of: rest)
    guard let port else { return Endpoint(host: host, ports: defaultPort[scheme].map { $0...$0 }) }
    guard let ports = PortRange.read(port) ?? impossible(port) else { return nil }
    return Endpoint(host: host, ports: ports)
  }

  /// A number that is no port: a connection to it reaches nothing.
  private static func impossible(_ port: Substring) -> ClosedRange<Int>? {
    guard port.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(port) else { return nil }
    return number...number
  }

  private static func parts(of text: Substring) -> (host: String, port: Substring?) {
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      let host = text[text.index(after: text.startIndex)..<close]
      let rest = text[text.index(after: close)...]
      return (wildcard(host), rest.hasPrefix(":") ? rest.dropFirst() : nil)
    }
    let colons = text.count { $0 == ":" }
    guard colons == 1, let colon = text.firstIndex(of: ":") else { return (wildcard(text), nil) }
    return (wildcard(text[..<colon]), text[text.index(after: colon)...])
  }

  private static func wildcard(_ host: Substring) -> String {
    ["*", "0.0.0.0", "::"].contains(host) ? "" : String(host)
  }

  private static let defaultPort = [
    "http": 80, "https": 443, "postgres": 5432, "postgresql": 5432, "redis": 6379, "rediss": 6379,
    "ws": 80, "wss": 443,
  ]
}
