internal import Diagnostics

extension Rule {
  static let portTwice = SchemaRuleMaker.service(
    "port-twice",
    "Two services of a file publish the same port of the host.",
    "The second one does not start: the port is taken.",
    fires: "    ports: [\"6379:6379\"]\n  other: { image: \"redis:7.4\", ports: [\"6379:6380\"] }",
    fixed: "    ports: [\"6379:6379\"]\n  other: { image: \"redis:7.4\", ports: [\"6380:6379\"] }"
  )
}

extension Diagnostic {
  /// Short forms of single ports; an address of its own keeps two apart.
  static func portsTwice(in root: TypedValue) -> [Diagnostic] {
    var taken: [(address: String, port: Substring, range: Range<Int>)] = []
    var findings: [Diagnostic] = []
    for service in root["services"]?.members ?? [] {
      for port in service.value["ports"]?.elements ?? [] {
        guard let text = port.string, !text.contains("$") else { continue }
        let halves = text.split(separator: "/")
        let parts = (halves.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { continue }
        let name = parts[parts.count - 2]
        let kind = halves.count > 1 ? halves[1] : "tcp"
        let address = parts.dropLast(2).joined(separator: ":") + "/" + kind
        let isAny = address.hasPrefix("/") || address.hasPrefix("0.0.0.0/")
        let first = taken.first { other in
          guard other.port == name, other.address.hasSuffix("/" + kind) else { return false }
          let isOtherAny = other.address.hasPrefix("/") || other.address.hasPrefix("0.0.0.0/")
          return other.address == address || isAny || isOtherAny
        }
        if let first {
          findings.append(
            Diagnostic(
              .portTwice,
              at: port.range,
              "the port \(name)/\(kind) of the host is published already",
              notes: [Note("it is published here first", at: Location(range: first.range))]
            )
          )
        }
        taken.append((address, name, port.range))
      }
    }
    return findings
  }
}
