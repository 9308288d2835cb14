internal import Deployment
internal import Languages
internal import Text

/// The short form of a port mapping: `[address:][host[-host]:]container[-container][/protocol]`.
enum PortMapping {
  /// Returns what was expected where a mapping is wrong; nothing where it is right or holds a
  /// variable.
  static func mistake(in text: String) -> String? {
    guard !text.contains("$") else { return nil }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return "expected one `/` and a protocol" }
    if halves.count == 2, !["", "tcp", "udp", "sctp"].contains(halves[1].lowercased()) {
      return "expected `tcp`, `udp` or `sctp` after `/`"
    }
    var parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let last = parts.popLast(), let container = PortRange.read(last) else {
      return "expected a container port between 1 and 65535, or a range"
    }
    guard let published = parts.popLast() else { return nil }
    if !parts.isEmpty {
      let address = parts.joined(separator: ":")
      let isBracketed = address.hasPrefix("[") && address.hasSuffix("]")
      guard isAddress(isBracketed ? String(address.dropFirst().dropLast()) : address) else {
        return "expected an address before the ports"
      }
    }
    if published.isEmpty { return nil }
    guard let host = PortRange.read(published) else {
      return "expected a host port between 1 and 65535, or a range"
    }
    let isOneOfMany = container.count == 1
    return host.count == container.count || isOneOfMany
      ? nil : "expected two ranges of the same length"
  }

  /// Whether a text is an IPv4 or IPv6 address.
  static func isAddress(_ text: String) -> Bool {
    if text.contains(":") {
      let isWhole = text.contains("::") || text.count { $0 == ":" } == 7
      return isWhole
        && text.utf8.allSatisfy {
          $0.isHexadecimal || $0 == 0x3A || $0 == 0x2E
        }
    }
    return SchemaFormat.named["ipv4"]?.fits(text) ?? false
  }
}
