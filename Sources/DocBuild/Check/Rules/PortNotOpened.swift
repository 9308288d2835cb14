internal import Deployment
internal import Diagnostics
internal import Snippets

extension Rule {
  static let portNotOpened = Rule(
    "topology/port-not-opened",
    reports: "A port that a file binds and servers.yml does not open for its group.",
    why: "The firewall is made from servers.yml, so the program listens and nobody reaches it.",
    fires: .listens("6380"),
    fixed: .listens("6379")
  )

  static let portUnused = Rule(
    "topology/port-unused",
    .warning,
    reports: "A port that servers.yml opens and nothing in the guides binds.",
    why: "The port was changed at one end only, or the firewall has a needless hole.",
    fires: .listens("6380"),
    fixed: .listens("6379")
  )
}

extension Rule.Example {
  /// A chapter of a project whose group `web` opens 6379.
  fileprivate static func listens(_ port: String) -> Rule.Example {
    .chapter(
      "# Redis\n\n```text file=/etc/redis/redis.conf host=web schema=redis\nport \(port)\n```\n"
    )
  }
}

extension Diagnostic {
  static func portNotOpened(
    _ port: BoundPort,
    in group: ServerGroup,
    at place: Location
  ) -> Diagnostic {
    let ports =
      port.ports.count == 1
      ? "\(port.ports.lowerBound)" : "\(port.ports.lowerBound)-\(port.ports.upperBound)"
    return Diagnostic(
      .portNotOpened,
      at: place,
      "`\(ports)/\(port.protocols.joined(separator: "+"))` is bound here, but servers.yml does not open it for `\(group.id)`",
      notes: [Note("the group is defined here", at: group.location)]
    )
  }

  static func portUnused(
    _ listener: ServerGroup.Listener,
    _ missing: String,
    in group: ServerGroup
  ) -> Diagnostic {
    Diagnostic(
      .portUnused,
      at: listener.location,
      "`\(listener.port)/\(missing)` is opened for `\(group.id)`, but nothing in the guides binds it; say why with `unbound`"
    )
  }
}
