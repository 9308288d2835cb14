internal import Languages
internal import Text
internal import Values

/// An address of `bind` or `server` (chapter 2.9 of the manual).
enum HAProxyAddress {
  /// Returns what is expected where an address is wrong.
  ///
  /// - Parameters:
  ///   - text: one address.
  ///   - needsPort: whether a port has to stand in it.
  /// - Returns: nothing where it is right, or where nobody can tell.
  static func mistake(in text: String, needsPort: Bool) -> String? {
    var rest = text[...]
    if let at = rest.firstIndex(of: "@") {
      let family = rest[..<at].split(separator: "+").last ?? ""
      guard ["ipv4", "ipv6", "ip", "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6"].contains(family)
      else { return nil }
      rest = rest[rest.index(after: at)...]
    }
    guard !rest.hasPrefix("/"), !rest.contains("$"), !rest.contains("%") else { return nil }
    guard let colon = rest.lastIndex(of: ":") else {
      if needsPort { return "an address and a port such as `10.20.0.10:443`" }
      return isHost(rest) ? nil : "an address such as `10.20.0.10:8008`"
    }
    let host = rest[..<colon]
    let port = rest[rest.index(after: colon)...]
    if host.hasSuffix(":") || (host.contains(":") && !host.hasPrefix("[") && port.isEmpty) {
      return needsPort && IPv6Address(String(rest)) != nil ? "a port after the address" : nil
    }
    if port.isEmpty { return needsPort ? "a port between 1 and 65535 after `:`" : nil }
    let ends = port.drop { $0 == "+" || $0 == "-" }.split(separator: "-").map { Int($0) ?? -1 }
    guard (1...2).contains(ends.count), ends.allSatisfy({ 0...65535 ~= $0 }),
      ends.first.map({ $0 <= (ends.last ?? $0) }) ?? true
    else { return "a port between 1 and 65535" }
    return isHost(host) ? nil : "an address such as `10.20.0.10`"
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.isEmpty || host == "*" { return true }
    if host.hasPrefix("["), host.hasSuffix("]") {
      return IPv6Address(String(host.dropFirst().dropLast())) != nil
    }
    if host.contains(":") { return IPv6Address(String(host)) != nil }
    // Numbers alone can only be an address.
    let isNumeric = host.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    return isNumeric ? IPv4Address(String(host)) != nil : true
  }
}
