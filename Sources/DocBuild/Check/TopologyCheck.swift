package import Deployment
package import Diagnostics
package import Snippets

/// Checks the ports that the files of the guides bind against those that servers.yml opens.
package enum TopologyCheck {
  /// Checks the ports of a set.
  ///
  /// - Parameters:
  ///   - ports: what the servers bind.
  ///   - servers: of the set.
  ///   - groups: with the ports that are opened.
  ///   - origin: maps a place of a bound port to the Markdown.
  /// - Returns: ports that are bound and not opened, and that are opened and not bound.
  package static func check(
    _ ports: [BoundPort],
    of servers: [PlacedServer],
    in groups: [ServerGroup],
    at origin: (Location) -> Location?
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    // What a broken line opens is not known.
    let known = groups.filter { !$0.listens.contains(where: \.isBroken) }
    for group in known where !group.listens.isEmpty {
      let members = Set(servers.filter { $0.group == group.id }.map(\.name))
      let bound = ports.filter { members.contains($0.server) && !$0.isLoopback }
      // Of a group whose configuration the guides do not show nothing is known.
      guard !bound.isEmpty else { continue }
      var places: Set<Location> = []
      for port in bound where !group.listens.opens(port) {
        guard let place = origin(port.place), places.insert(place).inserted else { continue }
        findings.append(.portNotOpened(port, in: group, at: place))
      }
      for listener in group.listens where listener.unbound == nil && !listener.isKnownToBind {
        guard
          let missing = listener.protocolNames.first(where: { name in
            !bound.contains { $0.protocols.contains(name) && listener.overlaps($0.ports) }
          })
        else { continue }
        findings.append(.portUnused(listener, missing, in: group))
      }
    }
    return findings
  }
}

extension [ServerGroup.Listener] {
  /// Whether every port of what is bound is opened on each of its protocols.
  fileprivate func opens(_ port: BoundPort) -> Bool {
    port.protocols.allSatisfy { name in
      contains { $0.protocolNames.contains(name) && $0.covers(port.ports) }
    }
  }
}

extension ServerGroup.Listener {
  /// What a server has without any guide: SSH; and protocols that have no ports, such as VRRP.
  fileprivate var isKnownToBind: Bool {
    port == "22" || !protocolNames.allSatisfy { ["tcp", "udp"].contains($0) }
  }

  fileprivate func overlaps(_ other: ClosedRange<Int>) -> Bool {
    ports.map { $0.overlaps(other) } ?? true
  }

  fileprivate func covers(_ other: ClosedRange<Int>) -> Bool {
    ports.map { $0.lowerBound <= other.lowerBound && other.upperBound <= $0.upperBound } ?? false
  }
}
