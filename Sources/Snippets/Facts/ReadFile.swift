internal import Deployment
internal import Diagnostics

/// A file of a deployment in which something is looked for.
struct ReadFile: Sendable {
  let index: Int
  let server: String
  let path: String
  /// The kind of file, as the registry names it.
  let program: String
  let content: FileContent
  /// Whether it is read inside a container that has a network of its own.
  let isInContainer: Bool
  /// What a place alone describes.
  let ends: [FileEnd]
  /// What needs more than a place.
  let more: FileFacts.More

  func place(_ range: Range<Int>) -> Location { Location(in: .placedFile(index), range: range) }

  /// Adds what the file says.
  func addFacts(to facts: inout DeploymentFacts) {
    for end in ends {
      for found in content.all(end.place) { add(found, of: end, to: &facts) }
    }
    more(self, &facts)
  }

  private func add(
    _ found: FileContent.Found,
    of end: FileEnd,
    to facts: inout DeploymentFacts
  ) {
    switch end.meaning {
    case .listens(let protocols, let addresses):
      facts.listeners += listeners(found, protocols, on: addresses)
    case .connects(let port, let usual):
      facts.connections += connections(found, port: port, usual: usual)
    case .reads, .pool: break
    case .gives(let realm, let user):
      facts.secrets += secret(found, realm, user, isGiven: true, end).map { [$0] } ?? []
    case .uses(let realm, let user):
      facts.secrets += secret(found, realm, user, isGiven: false, end).map { [$0] } ?? []
    }
  }

  /// Returns the ports of a text that is an endpoint, or a port whose addresses stand elsewhere.
  func listeners(
    _ found: FileContent.Found,
    _ protocols: Set<TransportProtocol>,
    on addresses: String? = nil
  ) -> [Listener] {
    // What is bound inside a container with a network of its own is not bound on the server.
    guard !isInContainer else { return [] }
    let hosts = addresses.map { content.all($0).map(\.text) } ?? []
    return Endpoint.read(found.text).flatMap { endpoint -> [Listener] in
      guard let ports = endpoint.ports, endpoint.isPossible else { return [] }
      let own = hosts.isEmpty ? [endpoint.host] : hosts
      return own.map { host in
        Listener(
          server: server,
          address: host.isEmpty || host == "0.0.0.0" || host == "::" ? nil : host,
          ports: ports,
          protocols: protocols,
          place: place(found.range)
        )
      }
    }
  }

  private func connections(
    _ found: FileContent.Found,
    port: String?,
    usual: Int?
  ) -> [Connection] {
    let beside = found.texts.count > 1 ? found.texts[1] : port.flatMap { content.beside(found, $0) }
    return Endpoint.read(found.text).compactMap { endpoint in
      guard let number = beside.flatMap({ Int($0) }) ?? endpoint.ports?.lowerBound ?? usual,
        !endpoint.host.isEmpty
      else { return nil }
      return connection(to: endpoint.host, number, at: found.range)
    }
  }

  /// Returns a connection from the file.
  func connection(to host: String, _ port: Int, at range: Range<Int>) -> Connection {
    Connection(
      server: server,
      host: host,
      port: port,
      place: place(range),
      isInContainer: isInContainer
    )
  }

  private func secret(
    _ found: FileContent.Found,
    _ realm: Realm,
    _ user: FileEnd.User,
    isGiven: Bool,
    _ end: FileEnd
  ) -> SecretPlace? {
    var secret = SecretPlace(
      realm: realm,
      text: found.text,
      place: place(found.range),
      name: found.key.isEmpty
        ? end.place.split(separator: " ").first.map(String.init) ?? "" : found.key,
      isGiven: isGiven
    )
    switch user {
    case .none: break
    case .key:
      secret.user = found.key
      secret.name = end.place.split(separator: ".").first.map(String.init) ?? ""
    case .beside(let key):
      guard let name = content.beside(found, key) else { return nil }
      secret.user = name
    case .first:
      guard found.texts.count > 1 else { return nil }
      secret.user = found.text
      secret.text = found.texts[1]
      secret.place = place(found.ranges[1])
      secret.name = FilePath.name(of: path)
    }
    // Without a value there is nothing to compare.
    return secret.text.isEmpty || secret.text.contains("$") || secret.text.contains("{{")
      ? nil : secret
  }

  /// Returns a listener that the file describes.
  ///
  /// - Returns: nothing for what is bound inside a container with a network of its own.
  func listener(
    _ ports: ClosedRange<Int>,
    _ protocols: Set<TransportProtocol>,
    on address: String? = nil,
    at range: Range<Int>
  ) -> [Listener] {
    guard !isInContainer else { return [] }
    return [
      Listener(
        server: server,
        address: address,
        ports: ports,
        protocols: protocols,
        place: place(range)
      )
    ]
  }
}
