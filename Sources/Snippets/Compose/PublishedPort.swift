internal import Deployment
internal import Languages

/// Ports of the host that a service publishes.
struct PublishedPort: Sendable {
  /// Nothing for all addresses.
  var address: String?
  var ports: ClosedRange<Int>
  /// `tcp`, `udp` or `sctp`.
  var protocolName: String
  /// Whether Docker takes one free port of the range.
  var isChoice: Bool
  /// Of the mapping, in bytes of the file.
  var range: Range<Int>

  /// Returns what a service publishes on ports that are known; those that Docker chooses freely,
  /// and those without effect, are left out.
  static func ports(of service: TypedValue) -> [PublishedPort] {
    let mode = service["network_mode"]?.string ?? "bridge"
    guard !["host", "none"].contains(mode), !mode.contains(":") else { return [] }
    return (service["ports"]?.elements ?? []).compactMap { port in
      port.isObject ? long(port) : short(port)
    }
  }

  /// Whether both can never be bound at the same time.
  func collides(with other: PublishedPort) -> Bool {
    guard protocolName == other.protocolName, ports.overlaps(other.ports), !isChoice,
      !other.isChoice
    else { return false }
    return address == nil || other.address == nil || address == other.address
  }

  /// As messages show it: `6379/tcp`.
  var shown: String {
    let numbers =
      ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
    return "\(numbers)/\(protocolName)"
  }

  private static func short(_ port: TypedValue) -> PublishedPort? {
    guard PortMapping.mistake(in: port.shown) == nil, !port.shown.contains("$") else { return nil }
    let halves = port.shown.split(separator: "/")
    var parts = (halves.first ?? "").split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let container = parts.popLast(), let published = parts.popLast(),
      let ports = PortRange.read(published)
    else { return nil }
    let address = parts.joined(separator: ":").filter { $0 != "[" && $0 != "]" }
    return PublishedPort(
      address: ["", "0.0.0.0", "::"].contains(address) ? nil : address,
      ports: ports,
      protocolName: halves.count > 1 ? halves[1].lowercased() : "tcp",
      isChoice: ports.count > 1 && PortRange.read(container)?.count == 1,
      range: port.range
    )
  }

  private static func long(_ port: TypedValue) -> PublishedPort? {
    guard let published = port["published"]?.shown, let ports = PortRange.read(published[...])
    else { return nil }
    let address = port["host_ip"]?.string ?? ""
    return PublishedPort(
      address: ["", "0.0.0.0", "::"].contains(address) ? nil : address,
      ports: ports,
      protocolName: port["protocol"]?.string?.lowercased() ?? "tcp",
      isChoice: ports.count > 1,
      range: port.range
    )
  }
}
