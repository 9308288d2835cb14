internal import Diagnostics
internal import Languages

extension Rule {
  static let liveKitConflict = Rule(
    "livekit/conflict",
    reports:
      "Two settings of LiveKit that cannot be used together, or one without the other that it requires.",
    why: "LiveKit silently ignores one of them, and media use ports that no firewall opens.",
    fires: .livekit("rtc: { udp_port: 7882, port_range_start: 50100, port_range_end: 50200 }"),
    fixed: .livekit("rtc: { udp_port: 7882 }")
  )
}

extension Diagnostic {
  /// As `mediatransportutil` chooses between them (`webrtc_config.go`).
  static func liveKitConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func exclude(_ scope: TypedValue?, _ one: String, _ two: String, unless isFine: Bool = false) {
      guard !isFine, let first = scope?.member(one), let second = scope?.member(two) else { return }
      findings.append(
        Diagnostic(
          .liveKitConflict,
          at: second.keyRange,
          "`\(two)` cannot be used with `\(one)`",
          notes: [Note("the other one is here", at: Location(range: first.keyRange))]
        )
      )
    }
    let rtc = root["rtc"]
    exclude(rtc, "udp_port", "port_range_start")
    exclude(rtc, "node_ip", "use_external_ip", unless: rtc?["use_external_ip"]?.bool != true)
    for (one, two) in [
      ("port_range_start", "port_range_end"), ("port_range_end", "port_range_start"),
    ] {
      guard let half = rtc?.member(one), rtc?.member(two) == nil else { continue }
      let message = "missing key `\(two)`, which `\(one)` requires"
      findings.append(Diagnostic(.liveKitConflict, at: half.keyRange, message))
    }
    if let first = rtc?["port_range_start"], let last = rtc?["port_range_end"],
      let low = first.number, let high = last.number, low > high
    {
      let message = "expected at least `port_range_start`, \(first.shown), for `port_range_end`"
      findings.append(Diagnostic(.liveKitConflict, at: last.range, message))
    }
    let redis = root["redis"]
    exclude(redis, "address", "sentinel_master_name")
    exclude(redis, "address", "cluster_addresses")
    exclude(redis, "sentinel_master_name", "cluster_addresses")
    for (one, two) in [
      ("sentinel_master_name", "sentinel_addresses"),
      ("sentinel_addresses", "sentinel_master_name"),
    ] {
      guard let half = redis?.member(one), redis?.member(two) == nil else { continue }
      let message = "missing key `\(two)`, which `\(one)` requires"
      findings.append(Diagnostic(.liveKitConflict, at: half.keyRange, message))
    }
    return findings
  }
}
