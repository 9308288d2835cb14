internal import Diagnostics
internal import Languages

/// Which service waits for which.
struct DependencyGraph {
  private let services: [TypedValue.Member]

  /// A service that another one needs.
  struct Use {
    var name: String
    var range: Range<Int>
    /// Whether the file is refused without it.
    var isRequired = true
  }

  init(_ root: TypedValue) { services = root["services"]?.members ?? [] }

  /// Returns the services that one names in `depends_on`, `links`, `volumes_from` and the modes
  /// `service:NAME`.
  static func uses(of service: TypedValue) -> [Use] {
    var uses: [Use] = []
    let depends = service["depends_on"]
    uses += (depends?.elements ?? []).map { Use(name: $0.shown, range: $0.range) }
    uses += (depends?.members ?? []).map {
      let isRequired = $0.value["required"]?.bool ?? true
      return Use(name: $0.key, range: $0.keyRange, isRequired: isRequired)
    }
    for key in ["links", "volumes_from"] {
      for element in service[key]?.elements ?? [] {
        let parts = element.shown.split(separator: ":")
        guard let first = parts.first, first != "container" else { continue }
        uses.append(Use(name: String(first), range: element.range))
      }
    }
    for key in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
      guard let mode = service[key], mode.shown.hasPrefix("service:") else { continue }
      uses.append(Use(name: String(mode.shown.dropFirst(8)), range: mode.range))
    }
    return uses
  }

  /// Each circle once, at the first use that closes it.
  var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    var done: Set<String> = []
    for service in services { visit(service.key, way: [], &done, &findings) }
    return findings
  }

  private func visit(
    _ name: String,
    way: [String],
    _ done: inout Set<String>,
    _ findings: inout [Diagnostic]
  ) {
    guard !done.contains(name), let service = services.first(where: { $0.key == name }) else {
      return
    }
    for use in Self.uses(of: service.value) {
      let path = way + [name]
      if let start = path.firstIndex(of: use.name) {
        findings.append(.dependencyCycle(Array(path[start...]), at: use.range))
      } else {
        visit(use.name, way: path, &done, &findings)
      }
    }
    done.insert(name)
  }
}
