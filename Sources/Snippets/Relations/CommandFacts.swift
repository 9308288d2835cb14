internal import Deployment
internal import Diagnostics
internal import Languages

/// Reads what commands connect to, log in with and start.
struct CommandFacts {
  let commands: DeploymentCommands
  let set: PlacedSet

  /// Adds what the commands say.
  ///
  /// - Parameter facts: what the files say already; a service whose port a file says keeps that.
  func add(to facts: inout DeploymentFacts) {
    for placed in commands.all where !placed.command.isInside {
      facts.secrets += secrets(of: placed)
      facts.connections += connections(of: placed)
    }
    for server in set.servers {
      for (unit, place) in commands.units(on: server.name) {
        guard let port = Self.units[unit], !facts.says(unit, on: server.name, in: set) else {
          continue
        }
        facts.listeners.append(
          Listener(
            server: server.name,
            ports: port...port,
            protocols: [.tcp],
            place: place
          )
        )
      }
    }
  }

  /// `curl` and `wget` are told where something listens.
  private func connections(of placed: DeploymentCommands.Placed) -> [Connection] {
    guard ["curl", "wget"].contains(placed.command.name) else { return [] }
    return placed.command.arguments.flatMap { word in
      AuthorityURL.all(in: word.text).compactMap { url in
        guard let port = url.port, !url.host.contains("*") else { return nil }
        return Connection(
          server: placed.server,
          host: url.host,
          port: port,
          place: placed.place(word.range),
          isInContainer: placed.server == "control"
        )
      }
    }
  }

  /// `mc admin user add ALIAS KEY SECRET` gives, `mc alias set ALIAS URL KEY SECRET` uses.
  private func secrets(of placed: DeploymentCommands.Placed) -> [SecretPlace] {
    let words = placed.command.words
    let texts = words.map(\.text)
    guard let start = texts.firstIndex(of: "mc") else { return [] }
    let rest = Array(texts[start...])
    let isGiven = rest.starts(with: ["mc", "admin", "user", "add"])
    guard isGiven || rest.starts(with: ["mc", "alias", "set"]), rest.count >= 7 else { return [] }
    return [
      SecretPlace(
        realm: .s3,
        user: rest[5],
        text: rest[6],
        place: placed.place(words[start + 6].range),
        name: isGiven ? "mc admin user add" : "mc alias set",
        isGiven: isGiven
      )
    ]
  }

  /// What services of Debian listen on where no file says another port.
  private static let units = [
    "prometheus-node-exporter": 9100, "prometheus-postgres-exporter": 9187,
    "prometheus-redis-exporter": 9121, "prometheus-haproxy-exporter": 9101,
    "prometheus-blackbox-exporter": 9115, "prometheus": 9090, "prometheus-alertmanager": 9093,
    "grafana-server": 3000, "redis-server": 6379, "nginx": 80, "memcached": 11211,
  ]
}

extension DeploymentFacts {
  /// Whether a file of Debian's defaults, or one in the service's own folder, says where it listens.
  fileprivate func says(_ unit: String, on server: String, in set: PlacedSet) -> Bool {
    listeners.contains { listener in
      guard listener.server == server, case .placedFile(let index) = listener.place.source else {
        return false
      }
      let path = set.files[index].path
      return path == "etc/default/\(unit)" || path.hasPrefix("etc/\(unit)/")
    }
  }
}
