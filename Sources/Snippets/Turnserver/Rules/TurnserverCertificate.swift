internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverCertificate = Rule(
    "turnserver/certificate",
    .warning,
    reports: "A TLS or DTLS listener without a certificate, or a certificate without its key.",
    why: "Coturn does not start the listener and only logs it.",
    fires: .turnserver("tls-listening-port=5349\ncert=/etc/coturn/turn.crt"),
    fixed: .turnserver(
      "tls-listening-port=5349\ncert=/etc/coturn/turn.crt\npkey=/etc/coturn/turn.key"
    )
  )
}

extension Diagnostic {
  static func turnserverCertificates(in config: TurnserverConfig) -> [Diagnostic] {
    let isOff = config.isSet("no-tls") && !config.isSet("dtls")
    let listener = config.option("tls-listening-port") ?? config.option("dtls")
    guard !isOff, let reason = config.option("cert") ?? config.option("pkey") ?? listener else {
      return []
    }
    return ["cert", "pkey"].filter { config.option($0) == nil }.prefix(1).map { name in
      Diagnostic(
        .turnserverCertificate,
        at: reason.name.range,
        "missing `\(name)`, which `\(reason.name.text)` requires; without it no TLS listener starts"
      )
      .about(.lacking(name))
    }
  }
}
