internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyTimeout = Rule(
    "haproxy/timeout",
    .warning,
    reports: "A proxy without a timeout for its clients, or for its servers and their connections.",
    why: "Connections that nobody closes stay forever, until there is no room for new ones.",
    fires: .haproxy("frontend web\n    bind 10.0.0.10:80"),
    fixed: .haproxy("frontend web\n    bind 10.0.0.10:80\n    timeout client 1m")
  )
}

extension Diagnostic {
  static func haproxyTimeouts(in config: HAProxyConfig) -> [Diagnostic] {
    config.proxies.flatMap { proxy -> [Diagnostic] in
      guard ["tcp", "http"].contains(proxy.mode) else { return [] }
      var missing: [String] = []
      if proxy.isFrontend, proxy.last("timeout", "client") == nil {
        missing.append("timeout client")
      }
      let hasServers = !proxy.servers.isEmpty || !proxy.serverPrefixes.isEmpty
      if proxy.isBackend, hasServers {
        let names: [String] = ["connect", "server"]
        missing += names.filter { proxy.last("timeout", $0) == nil }
          .map { "timeout \($0)" }
      }
      guard !missing.isEmpty else { return [] }
      let names = missing.map { "`\($0)`" }.joined(separator: " and ")
      let message = "missing \(names), here or in `defaults`"
      let subject = Diagnostic.Subject.missing(missing.joined(separator: " "))
      return [Diagnostic(.haproxyTimeout, at: proxy.name.range, message).about(subject)]
    }
  }
}
