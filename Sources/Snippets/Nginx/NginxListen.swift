internal import Languages

/// A `listen` of nginx: an address, and what is set for it.
struct NginxListen: Sendable {
  let directive: NginxDirective
  /// A host without brackets; empty for all IPv4 addresses, and the path of a socket.
  let host: String
  /// Nothing for a socket, or where the port is not known.
  let ports: ClosedRange<Int>?

  /// Reads a directive; nothing where it has no address.
  init?(_ directive: NginxDirective, usual: Int? = nil) {
    guard let address = directive.arguments.first?.text, !address.isEmpty else { return nil }
    self.directive = directive
    if address.hasPrefix("unix:") {
      (host, ports) = (address, nil)
      return
    }
    let (host, port) = Self.parts(of: address)
    self.host = ["*", "0.0.0.0"].contains(host) ? "" : host.lowercased()
    ports = port.isEmpty ? usual.map { $0...$0 } : Self.ports(port)
  }

  /// `80`, `*:80`, `10.0.0.1`, `[::]:80`.
  private static func parts(of address: String) -> (host: String, port: String) {
    if address.hasPrefix("["), let end = address.lastIndex(of: "]") {
      let rest = address[address.index(after: end)...]
      return (String(address[...end]), String(rest.drop { $0 == ":" }))
    }
    if let colon = address.lastIndex(of: ":") {
      return (String(address[..<colon]), String(address[address.index(after: colon)...]))
    }
    let isPort = address.utf8.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: "-") }
    return isPort ? ("", address) : (address, "")
  }

  private static func ports(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard 1...2 ~= ends.count, let low = ends.first, let high = ends.last, 1 <= low, low <= high,
      high <= 65535
    else { return nil }
    return low...high
  }

  /// What two must not have in common: the address, and whether it is one of UDP.
  var key: String {
    let kind = has("udp") || has("quic") ? "udp" : "tcp"
    return "\(host) \(ports.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "") \(kind)"
  }

  /// Whether a parameter stands behind the address.
  func has(_ parameter: String) -> Bool {
    directive.arguments.dropFirst().contains { $0.text == parameter }
  }

  /// Whether it is the server of an address that gets what no other names.
  var isDefault: Bool { has("default_server") || has("default") }

  /// Whether options of the socket are set, which only one `listen` of an address may do.
  var setsOptions: Bool {
    directive.arguments.dropFirst().contains { word in
      let name = String(word.text.prefix { $0 != "=" })
      return Self.options.contains(name)
    }
  }

  private static let options: Set<String> = [
    "setfib", "fastopen", "backlog", "rcvbuf", "sndbuf", "accept_filter", "deferred", "bind",
    "ipv6only", "reuseport", "so_keepalive", "multipath",
  ]

  /// Whether a word may stand behind an address (`ngx_http_core_listen` and its kin).
  static func knows(_ word: String, in context: NginxContext) -> Bool {
    let name = String(word.prefix { $0 != "=" })
    if options.contains(name) {
      let hasValue = !["deferred", "bind", "reuseport", "multipath"].contains(name)
      return hasValue == word.contains("=")
    }
    let words =
      switch context {
      case .server: ["default_server", "default", "ssl", "http2", "quic", "spdy", "proxy_protocol"]
      case .streamServer: ["default_server", "ssl", "udp", "proxy_protocol"]
      default: ["ssl", "proxy_protocol"]
      }
    return words.contains(word)
  }

  /// What may stand behind an address, for the nearest names.
  static let parameters = [
    "default_server", "ssl", "http2", "quic", "udp", "proxy_protocol", "backlog=", "bind",
    "deferred", "fastopen=", "ipv6only=on", "ipv6only=off", "rcvbuf=", "reuseport", "setfib=",
    "sndbuf=", "so_keepalive=on",
  ]
}
