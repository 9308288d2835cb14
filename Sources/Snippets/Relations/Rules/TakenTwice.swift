internal import Deployment
internal import Diagnostics
internal import Languages

extension Rule {
  static let nameTwice = Rule(
    "compose/name-twice",
    reports:
      "Two compose projects of a server with the same name, or with the same container name.",
    why:
      "Docker rejects the second container; of two projects with the same name each removes the containers of the other.",
    fires: .service(
      "    container_name: db\n  other: { image: \"redis:7.4\", container_name: db }"
    ),
    fixed: .service(
      "    container_name: db\n  other: { image: \"redis:7.4\", container_name: cache }"
    )
  )
}

extension Diagnostic {
  /// Ports that services of different files of a server publish twice.
  static func portsTwiceOnServers(in deployment: ReadSet) -> [Diagnostic] {
    var taken: [String: [(port: PublishedPort, file: Int)]] = [:]
    var findings: [Diagnostic] = []
    for project in deployment.projects {
      for service in project.root["services"]?.members ?? []
      where service.value["profiles"]?.elements.isEmpty ?? true {
        for port in PublishedPort.ports(of: service.value) {
          let first = (taken[project.server] ?? []).first {
            $0.file != project.file && $0.port.collides(with: port)
          }
          if let first {
            findings.append(
              .portTwice(
                port,
                at: PlacedSet.place(port.range, inFile: project.file),
                first: PlacedSet.place(first.port.range, inFile: first.file)
              )
            )
          }
          taken[project.server, default: []].append((port, project.file))
        }
      }
    }
    return findings
  }

  /// Names of containers, and of projects, that stand twice on a server.
  static func namesTwiceOnServers(in deployment: ReadSet) -> [Diagnostic] {
    var containers: [String: Location] = [:]
    var projects: [String: (folder: String, place: Location)] = [:]
    var findings: [Diagnostic] = []
    for project in deployment.projects {
      for service in project.root["services"]?.members ?? [] {
        guard let name = service.value["container_name"], !name.shown.contains("$") else {
          continue
        }
        let place = PlacedSet.place(name.range, inFile: project.file)
        if let first = containers["\(project.server):\(name.shown)"] {
          findings.append(.nameTwice("container name `\(name.shown)`", at: place, first: first))
        } else {
          containers["\(project.server):\(name.shown)"] = place
        }
      }
      guard let (name, range) = project.name else { continue }
      let place = PlacedSet.place(range, inFile: project.file)
      if let first = projects["\(project.server):\(name)"] {
        guard first.folder != project.folder else { continue }
        findings.append(.nameTwice("compose project `\(name)`", at: place, first: first.place))
      } else {
        projects["\(project.server):\(name)"] = (project.folder, place)
      }
    }
    return findings
  }

  private static func nameTwice(
    _ what: String,
    at place: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .nameTwice,
      at: place,
      "duplicate \(what) on this server",
      notes: [Note("first defined here", at: first)]
    )
  }
}

extension ComposeProject {
  /// The name of the project, its own or that of its folder, and where it stands; nothing for a
  /// file at the top and for one that others include.
  fileprivate var name: (String, Range<Int>)? {
    if let own = root["name"], let name = own.string, !name.contains("$") {
      return (name, own.range)
    }
    let name = FilePath.name(of: folder).lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
    guard !name.isEmpty, let services = root.member("services") else { return nil }
    return (name, services.keyRange)
  }
}
