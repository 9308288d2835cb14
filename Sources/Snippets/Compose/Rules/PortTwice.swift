internal import Diagnostics
internal import Languages

extension Rule {
  static let portTwice = Rule(
    "compose/port-twice",
    reports: "Two services on one server that publish the same port.",
    why: "The second one does not start, since the port is taken.",
    fires: .service(
      "    ports: [\"6379:6379\"]\n  other: { image: \"redis:7.4\", ports: [\"6379:6380\"] }"
    ),
    fixed: .service(
      "    ports: [\"6379:6379\"]\n  other: { image: \"redis:7.4\", ports: [\"6380:6379\"] }"
    )
  )
}

extension Diagnostic {
  /// Ports that services of one file publish twice, or a service with several replicas once.
  static func portsTwice(in root: TypedValue) -> [Diagnostic] {
    var taken: [(port: PublishedPort, profiles: [String], service: String)] = []
    var findings: [Diagnostic] = []
    for service in root["services"]?.members ?? [] {
      let profiles = (service.value["profiles"]?.elements ?? []).map(\.shown)
      let replicas = service.value["scale"] ?? service.value["deploy"]?["replicas"]
      for port in PublishedPort.ports(of: service.value) {
        let first = taken.first { other in
          other.port.collides(with: port)
            && (other.service == service.key || meet(other.profiles, profiles))
        }
        if let first {
          findings.append(.portTwice(port, first: Location(range: first.port.range)))
        }
        if let replicas, let count = replicas.number, count > 1, !port.isChoice {
          findings.append(
            .composeConflict(
              "\(replicas.shown) replicas cannot all publish port `\(port.shown)`",
              at: port.range,
              other: replicas.range,
              isRefused: false
            )
          )
        }
        taken.append((port, profiles, service.key))
      }
    }
    return findings
  }

  static func portTwice(
    _ port: PublishedPort,
    at location: Location? = nil,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .portTwice,
      at: location ?? Location(range: port.range),
      "duplicate published port `\(port.shown)`",
      notes: [Note("first published here", at: first)]
    )
  }

  /// Whether services with these profiles may run together.
  private static func meet(_ one: [String], _ two: [String]) -> Bool {
    one.isEmpty || two.isEmpty || one.contains(where: two.contains)
  }
}
