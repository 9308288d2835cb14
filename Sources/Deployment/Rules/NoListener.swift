package import Diagnostics

extension Rule {
  package static let noListener = Rule(
    "topology/no-listener",
    reports: "A connection to a port of a server on which nothing in the guides listens.",
    why: "One of the two ends was changed without the other, and the connection is refused.",
    fires: .ends("- 127.0.0.1:9094"),
    fixed: .ends("- 127.0.0.1:9093")
  )
}

extension Rule.Example {
  /// A page with Prometheus and the Alertmanager that it connects to.
  fileprivate static func ends(_ target: String) -> Rule.Example {
    .chapter(
      """
      # Files

      ```yaml file=/opt/m/prometheus.yml host=web
      alerting:
        alertmanagers:
          - static_configs:
              - targets:
                  \(target)
      ```

      ```yaml file=/opt/m/compose.yml host=web
      services:
        alertmanager:
          image: prom/alertmanager:v0.28.1
          network_mode: host
          command: ["--web.listen-address=:9093", "--cluster.listen-address="]
      ```

      """
    )
  }
}

extension Diagnostic {
  /// Connections of a deployment to where nothing listens; of servers some of whose files cannot be
  /// read nothing is known.
  package static func connectionsToNothing(
    _ facts: DeploymentFacts,
    _ network: Network,
    unread: Set<String> = []
  ) -> [Diagnostic] {
    facts.connections.compactMap { connection in
      let isLocal = Network.isLoopback(connection.host)
      guard !(isLocal && connection.isInContainer) else { return nil }
      guard let owners = network.servers(of: connection.host, from: connection.server)
      else { return nil }
      guard !owners.contains(where: { unread.contains($0.server) }) else { return nil }
      let known = facts.listeners.filter { listener in
        owners.contains { owner in
          guard owner.server == listener.server else { return false }
          guard let address = listener.address else { return true }
          return isLocal ? listener.isLoopback : address == owner.address
        }
      }
      let shown = facts.listeners.filter { listener in
        owners.contains { $0.server == listener.server }
      }
      // Of a server whose files the guide does not show nothing is known.
      guard !shown.isEmpty, !known.contains(where: { $0.ports.contains(connection.port) }) else {
        return nil
      }
      return .connectionToNothing(connection, to: owners[0], known, shown)
    }
  }

  private static func connectionToNothing(
    _ connection: Connection,
    to owner: (server: String, address: String),
    _ known: [Listener],
    _ shown: [Listener]
  ) -> Diagnostic? {
    let target = "\(connection.host):\(connection.port)"
    if let elsewhere = shown.first(where: { $0.ports.contains(connection.port) }) {
      return Diagnostic(
        .noListener,
        at: connection.place,
        "nothing listens on `\(target)`; \(owner.server) has the port on another address",
        notes: [Note("it listens here, on `\(elsewhere.address ?? "")`", at: elsewhere.place)]
      )
    }
    let ports = known.map(\.shown)
    let near = NameIndex(ports.map { String($0.prefix { $0 != "/" }) })
      .nearest(to: String(connection.port)).first
    let place = known.first { $0.shown.hasPrefix((near ?? "-") + "/") }
    // Files without a server may be of any, so only a slip is told.
    guard near != nil || connection.server != "control" else { return nil }
    var finding = Diagnostic(
      .noListener,
      at: connection.place,
      "nothing in the guides listens on `\(target)`",
      notes: place.map { [Note("\(owner.server) listens on \($0.shown) here", at: $0.place)] }
        ?? [],
      fixes: near.map { [Fix("did you mean the port \($0)?")] } ?? []
    )
    if near == nil { finding.severity = .warning }
    return finding
  }
}
