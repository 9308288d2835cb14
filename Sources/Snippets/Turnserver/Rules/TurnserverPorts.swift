internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverPorts = Rule(
    "turnserver/ports",
    reports: "The first port for relays is above the last one, or two listeners share a port.",
    why: "Coturn finds no port for any relay, and every call fails.",
    fires: .turnserver("min-port=65535\nmax-port=49152"),
    fixed: .turnserver("min-port=49152\nmax-port=65535")
  )
}

extension Diagnostic {
  /// Coturn's defaults stand for what is not written: 49152 to 65535.
  static func turnserverPorts(in config: TurnserverConfig) -> [Diagnostic] {
    func port(_ name: String) -> (option: Word, number: Int)? {
      config.option(name)?.value.flatMap { word in Int(word.text).map { (word, $0) } }
    }
    var findings: [Diagnostic] = []
    let (low, high) = (port("min-port"), port("max-port"))
    let (first, last) = (low?.number ?? 49152, high?.number ?? 65535)
    if first > last, let place = high ?? low {
      findings.append(
        Diagnostic(
          .turnserverPorts,
          at: place.option.range,
          "`min-port` must not be above `max-port`, but \(first) is more than \(last)"
        )
      )
    }
    for name in ["listening-port", "tls-listening-port"] {
      guard let listener = port(name), first...max(first, last) ~= listener.number,
        low != nil || high != nil
      else { continue }
      findings.append(
        Diagnostic(
          .turnserverPorts,
          at: listener.option.range,
          "`\(name)` must not be one of the ports for relays, \(first) to \(last)"
        )
      )
    }
    return findings
  }
}
