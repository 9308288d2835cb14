internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Keys may come from the environment, and without any the server refuses to start.
  ///
  /// TURN over TLS needs a name and a certificate, unless
  /// a proxy has them (`pkg/config/config.go`, `pkg/service/turn.go`).
  static func liveKitHalves(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func ask(
      _ key: String,
      in scope: TypedValue,
      at place: Range<Int>,
      _ why: String,
      _ severity: Severity = .error
    ) {
      var finding = Diagnostic(
        SchemaRules.livekit.required,
        at: place,
        "missing key `\(key)`\(why)"
      )
      finding.severity = severity
      findings.append(finding)
    }
    let isWhole = root["port"] != nil && root["rtc"] != nil
    if isWhole, root["keys"] == nil, root["key_file"] == nil, let first = root.members.first {
      let why = ", or the variable `LIVEKIT_KEYS` with the keys"
      ask("keys", in: root, at: first.keyRange, why, .warning)
    }
    guard let turn = root.member("turn"), turn.value["enabled"]?.bool == true,
      turn.value["tls_port"] != nil
    else { return findings }
    if turn.value["domain"] == nil {
      ask("domain", in: turn.value, at: turn.keyRange, " in `turn`, which clients need for TLS")
    }
    let hasCertificate = turn.value["cert_file"] != nil && turn.value["key_file"] != nil
    if !hasCertificate, turn.value["external_tls"]?.bool != true {
      ask("cert_file", in: turn.value, at: turn.keyRange, " in `turn`, or `external_tls: true`")
    }
    return findings
  }
}
