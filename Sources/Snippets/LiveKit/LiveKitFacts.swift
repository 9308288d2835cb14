internal import Deployment

extension FileFacts {
  static let livekit = FileFacts(
    ends: [
      FileEnd("port", .listens(on: "bind_addresses.*")),
      FileEnd("rtc.tcp_port", .listens()),
      FileEnd("rtc.udp_port", .listens([.udp])),
      FileEnd("prometheus.port", .listens()),
      FileEnd("prometheus_port", .listens()),
      FileEnd("redis.address", .connects(usual: 6379)),
      FileEnd("redis.sentinel_addresses.*", .connects(usual: 26379)),
      FileEnd("redis.cluster_addresses.*", .connects(usual: 6379)),
      FileEnd("rtc.turn_servers.*.host", .connects(port: "port")),
      FileEnd("rtc.turn_servers.*.secret", .uses(.turn)),
      FileEnd("redis.password", .uses(.redis)),
      FileEnd("keys.*", .gives(.livekit, user: .key)),
    ]
  ) { file, facts in
    // Ranges of media are in two keys, and the embedded TURN server counts only where it is on.
    facts.listeners += range("rtc.port_range_start", "rtc.port_range_end", of: file)
    guard file.content.last("turn.enabled")?.text == "true" else { return }
    facts.listeners += file.content.all("turn.udp_port").flatMap { file.listeners($0, [.udp]) }
    facts.listeners += file.content.all("turn.tls_port").flatMap { file.listeners($0, [.tcp]) }
    facts.listeners += range("turn.relay_range_start", "turn.relay_range_end", of: file)
  }

  private static func range(_ first: String, _ last: String, of file: ReadFile) -> [Listener] {
    guard let start = file.content.last(first), let end = file.content.last(last),
      let low = Int(start.text), let high = Int(end.text), low <= high
    else { return [] }
    return file.listener(low...high, [.udp], at: start.range)
  }
}
