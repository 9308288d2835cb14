internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyMode = Rule(
    "haproxy/mode",
    reports:
      "An HTTP setting in a proxy of another mode, or a frontend and a backend with different modes.",
    why: "HAProxy ignores the line, or rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("", "    mode tcp")),
    fixed: .haproxy(Rule.Example.haproxyFile("", "    mode http"))
  )
}

extension Diagnostic {
  private static let httpKeywords: Set<String> = [
    "http-request", "http-response", "http-after-response", "cookie", "monitor-uri", "redirect",
  ]

  static func haproxyModes(in config: HAProxyConfig) -> [Diagnostic] {
    config.proxies.flatMap { proxy -> [Diagnostic] in
      var findings = incompatible(proxy, in: config)
      // A connection may be switched to HTTP.
      let isSwitched = proxy.section.lines.contains {
        $0.words.contains { $0.text == "switch-mode" }
      }
      guard proxy.mode == "tcp", !isSwitched else { return findings }
      for line in proxy.section.lines {
        let option = HAProxyTable.all.directive(line.second, in: "option")
        let isOption =
          line.name == "option" && line.prefix == nil && option?.facts["http"] != nil
        guard isOption || httpKeywords.contains(line.name) else { continue }
        let word = isOption ? line.words[1] : line.keyword
        let message = "`\(word.text)` requires `mode http`, but `\(proxy.name.text)` has mode `tcp`"
        findings.append(Diagnostic(.haproxyMode, at: word.range, message).about(.lacking("mode")))
      }
      return findings
    }
  }

  /// A frontend of mode `tcp` may lead to a backend of mode `http`, but not the other way round.
  private static func incompatible(
    _ proxy: HAProxyProxy,
    in config: HAProxyConfig
  ) -> [Diagnostic] {
    proxy.section.lines.filter { ["use_backend", "default_backend"].contains($0.name) }
      .compactMap { line in
        guard let backend = config.backends.first(where: { $0.name.text == line.second }),
          backend.mode != proxy.mode,
          backend.mode == "tcp", proxy.mode == "http"
        else { return nil }
        let message =
          "`\(line.second)` is of mode `\(backend.mode)`, but `\(proxy.name.text)` of mode "
          + "`\(proxy.mode)`"
        return Diagnostic(.haproxyMode, at: line.words[1].range, message).about(.lacking("mode"))
      }
  }
}
