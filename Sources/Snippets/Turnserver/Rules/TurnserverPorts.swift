internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverPorts = Rule(
    "turnserver/ports",
    reports: "A first relay port above the last one, or a listener on one of the relay ports.",
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
    // A number that is no port is reported by itself.
    guard ["min-port", "max-port"].allSatisfy({ 0...65535 ~= port($0)?.number ?? 0 }) else {
      return []
    }
    var findings: [Diagnostic] = []
    let (low, high) = (port("min-port"), port("max-port"))
    let (first, last) = (low?.number ?? 49152, high?.number ?? 65535)
    if first > last, let place = high ?? low {
      findings.append(
        Diagnostic(
          .turnserverPorts,
          at: place.option.range,
          "expected at most `max-port`, \(last), for `min-port`, found \(first)"
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
          "expected a port outside of the relay ports, \(first) to \(last), for `\(name)`"
        )
      )
    }
    return findings
  }
}
