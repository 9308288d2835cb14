internal import Deployment
internal import Diagnostics
internal import Languages

/// Reads what the services of a compose file listen on, and what they connect to.
struct ComposeFacts {
  let project: ComposeProject

  /// Adds what the file says.
  func add(to facts: inout DeploymentFacts) {
    for service in project.root["services"]?.members ?? [] {
      facts.listeners += published(by: service.value)
      let isInContainer = service.value["network_mode"]?.string != "host"
      if !isInContainer { facts.listeners += bound(by: service.value) }
      for (name, value) in Self.environment(of: service.value) {
        for url in AuthorityURL.all(in: value.shown) {
          let place = PlacedSet.place(value.range, inFile: project.file)
          if let secret = url.secret(named: name, at: place) { facts.secrets.append(secret) }
          guard let port = url.port else { continue }
          facts.connections.append(
            Connection(
              server: project.server,
              host: url.host,
              port: port,
              place: place,
              isInContainer: isInContainer
            )
          )
        }
      }
    }
  }

  private func published(by service: TypedValue) -> [Listener] {
    PublishedPort.ports(of: service).compactMap { port in
      guard let transport = TransportProtocol(rawValue: port.protocolName) else { return nil }
      return listener(port.ports, [transport], on: port.address, at: port.range)
    }
  }

  /// The ports of a service that shares the network of its server: those that its arguments and
  /// its environment say, else the usual one of its image.
  private func bound(by service: TypedValue) -> [Listener] {
    let image = ImagePorts(service["image"]?.shown ?? "")
    let said = arguments(of: service) + variables(of: service)
    var found: [Listener] = []
    var names: Set<String> = []
    for (name, text, range) in said where image.isListener(name) {
      names.insert(name)
      for endpoint in Endpoint.read(text) {
        guard let ports = endpoint.ports else { continue }
        let address = endpoint.host.isEmpty ? nil : endpoint.host
        found.append(listener(ports, image.protocols(of: name), on: address, at: range))
      }
    }
    for usual in image.ports where !names.contains(usual.option) {
      let range = service.member("image")?.value.range ?? 0..<0
      found.append(listener(usual.port...usual.port, usual.protocols, on: nil, at: range))
    }
    return found
  }

  private typealias Said = (name: String, text: String, range: Range<Int>)

  /// `--name=value` and `--name value`, in lists and in texts.
  private func arguments(of service: TypedValue) -> [Said] {
    var words: [(text: String, range: Range<Int>)] = []
    for key in ["entrypoint", "command"] {
      guard let command = service[key] else { continue }
      if command.isArray {
        words += command.elements.map { ($0.shown, $0.range) }
      } else {
        words += command.shown.split(separator: " ").map { (String($0), command.range) }
      }
    }
    return words.indices.compactMap { index in
      let word = words[index]
      guard word.text.hasPrefix("-") else { return nil }
      let parts = word.text.drop { $0 == "-" }.split(
        separator: "=",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      if parts.count == 2 { return (String(parts[0]), String(parts[1]), word.range) }
      guard index + 1 < words.count, !words[index + 1].text.hasPrefix("-") else { return nil }
      return (String(parts[0]), words[index + 1].text, words[index + 1].range)
    }
  }

  private func variables(of service: TypedValue) -> [Said] {
    Self.environment(of: service).map { ($0.name, $0.value.shown, $0.value.range) }
  }

  /// The variables of a service in both forms.
  static func environment(of service: TypedValue) -> [(name: String, value: TypedValue)] {
    let environment = service["environment"]
    let members = (environment?.members ?? []).map { ($0.key, $0.value) }
    let elements = (environment?.elements ?? []).compactMap { element -> (String, TypedValue)? in
      let parts = element.shown.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), TypedValue(.string(String(parts[1])), at: element.range))
    }
    return members + elements
  }

  private func listener(
    _ ports: ClosedRange<Int>,
    _ protocols: Set<TransportProtocol>,
    on address: String?,
    at range: Range<Int>
  ) -> Listener {
    Listener(
      server: project.server,
      address: address,
      ports: ports,
      protocols: protocols,
      place: PlacedSet.place(range, inFile: project.file)
    )
  }
}

/// What images listen on, and the options that say another port.
struct ImagePorts {
  /// What the image listens on where nothing says otherwise.
  let ports: [(option: String, port: Int, protocols: Set<TransportProtocol>)]

  /// - Parameter image: with or without registry and tag.
  init(_ image: String) {
    let last = image.split(separator: "/").last ?? ""
    let name = String(last.prefix { $0 != ":" && $0 != "@" }).replacing("_", with: "-")
    ports = Self.known[name] ?? []
  }

  /// Whether an option or a variable says where the image listens.
  func isListener(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ports.contains { $0.option == name }
      || ["address", "console-address"].contains(lower) || lower.contains("listen")
      || lower.hasSuffix("_http_addr")
  }

  func protocols(of name: String) -> Set<TransportProtocol> {
    ports.first { $0.option == name }?.protocols ?? [.tcp]
  }

  /// By the last part of the image's name; the defaults of the programs' own documentation.
  private static let known: [String: [(String, Int, Set<TransportProtocol>)]] = [
    "alertmanager": [
      ("web.listen-address", 9093, [.tcp]), ("cluster.listen-address", 9094, [.tcp, .udp]),
    ],
    "blackbox-exporter": [("web.listen-address", 9115, [.tcp])],
    "grafana": [("GF_SERVER_HTTP_PORT", 3000, [.tcp])],
    "grafana-enterprise": [("GF_SERVER_HTTP_PORT", 3000, [.tcp])],
    "grafana-oss": [("GF_SERVER_HTTP_PORT", 3000, [.tcp])],
    "minio": [("address", 9000, [.tcp])],
    "node-exporter": [("web.listen-address", 9100, [.tcp])],
    "pgbouncer-exporter": [("web.listen-address", 9127, [.tcp])],
    "postgres-exporter": [("web.listen-address", 9187, [.tcp])],
    "prometheus": [("web.listen-address", 9090, [.tcp])],
    "redis-exporter": [("web.listen-address", 9121, [.tcp])],
    "registry": [("REGISTRY_HTTP_ADDR", 5000, [.tcp])],
  ]
}
