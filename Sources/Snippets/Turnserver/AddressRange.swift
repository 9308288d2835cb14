internal import Values

/// Addresses of peers as coturn reads them: one, or two with `-` between them.
struct AddressRange {
  /// Reads a range whose ends are of one family, the lower first.
  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, let first = ends.first, let last = ends.last else { return nil }
    if let low = IPv4Address(first), let high = IPv4Address(last) {
      guard low.bits <= high.bits else { return nil }
    } else if let low = IPv6Address(first), let high = IPv6Address(last) {
      guard !high.groups.lexicographicallyPrecedes(low.groups) else { return nil }
    } else {
      return nil
    }
  }

  /// Returns the range that a network written with its prefix is; nothing for what is no IPv4
  /// network.
  static func range(ofNetwork text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let prefix = Int(parts[1]),
      0...32 ~= prefix
    else { return nil }
    let rest: UInt32 = prefix == 0 ? UInt32.max : (1 << UInt32(32 - prefix)) - 1
    let (low, high) = (address.bits & ~rest, address.bits | rest)
    return "\(IPv4Address(bits: low))-\(IPv4Address(bits: high))"
  }
}
