internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxRequired = Rule(
    "nginx/required",
    reports: "A missing `events` block, certificate, or directive that a block requires.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginx("user www-data;\nhttp {\n    include mime.types;\n}"),
    fixed: .nginx("user www-data;\nevents {}\nhttp {\n    include mime.types;\n}")
  )
}

extension Diagnostic {
  static func nginxRequired(in config: NginxConfig) -> [Diagnostic] {
    events(in: config) + emptyUpstreams(in: config) + idleServers(in: config)
      + certificates(in: config)
  }

  private static func events(in config: NginxConfig) -> [Diagnostic] {
    let blocks = ["http", "stream", "mail"]
    guard config.isWhole, config.directives.named("events").isEmpty,
      let block = config.directives.first(where: { blocks.contains($0.text) }),
      // Alone it is a part that is shown rather than a whole file.
      config.directives.contains(where: { !blocks.contains($0.text) })
    else { return [] }
    let message = "missing `events` block"
    return [Diagnostic(.nginxRequired, at: block.name.range, message).about(.lacking("events"))]
  }

  private static func emptyUpstreams(in config: NginxConfig) -> [Diagnostic] {
    (config.blocks(.upstream) + config.blocks(.streamUpstream)).compactMap { block in
      let sources = ["server", "include", "zone", "balancer_by_lua_block", "balancer_by_lua_file"]
      guard let opening = block.opening, let name = opening.arguments.first,
        !block.directives.contains(where: { sources.contains($0.text) })
      else { return nil }
      let message = "missing `server` in upstream `\(name.text)`"
      return Diagnostic(.nginxRequired, at: name.range, message).about(.lacking("server"))
    }
  }

  /// Beside those of `http`, a server needs an address, and something to do.
  private static func idleServers(in config: NginxConfig) -> [Diagnostic] {
    (config.blocks(.streamServer) + config.blocks(.mailServer)).flatMap { server -> [Diagnostic] in
      guard let name = server.opening?.name, server.directives.named("include").isEmpty else {
        return []
      }
      var findings: [Diagnostic] = []
      if server.directives.named("listen").isEmpty {
        let message = "missing `listen` \(server.context.shown)"
        let finding = Diagnostic(.nginxRequired, at: name.range, message)
        findings.append(finding.about(.lacking("listen")))
      }
      let ends = ["proxy_pass", "return", "pass"]
      let isIdle = !server.directives.contains { directive in
        let known = server.context.directive(directive.text)
        return ends.contains(directive.text) || known?.facts["of"] != nil
      }
      if server.context == .streamServer, isIdle {
        let message = "missing `proxy_pass` or `return` \(server.context.shown)"
        let finding = Diagnostic(.nginxRequired, at: name.range, message)
        findings.append(finding.about(.lacking("proxy_pass return")))
      }
      return findings
    }
  }

  /// The default server of an address with TLS needs a certificate of its own, or one of `http`
  /// (`ngx_http_ssl_init`).
  private static func certificates(in config: NginxConfig) -> [Diagnostic] {
    guard config.isWhole || config.context == .http else { return [] }
    let outer = config.blocks.filter { [.main, .http].contains($0.context) }.flatMap(\.directives)
    // Another file may hold what is not here.
    guard config.isWhole || outer.named("include").isEmpty else { return [] }
    let servers = config.blocks(.server)
    let defaults = defaultServers(among: servers)
    return servers.flatMap { server -> [Diagnostic] in
      let all = server.directives + outer
      let tls = listens(of: server).first { listen in
        (listen.has("ssl") || listen.has("quic")) && defaults[listen.key] == server.opening?.name
      }
      guard let listen = tls?.directive,
        !all.contains(where: { withoutCertificate.contains($0.text) })
      else { return [] }
      var finding: Diagnostic
      if let certificate = all.named("ssl_certificate").first {
        guard all.named("ssl_certificate_key").isEmpty else { return [] }
        let message = "missing `ssl_certificate_key` for this certificate"
        finding = Diagnostic(.nginxRequired, at: certificate.name.range, message)
          .about(.lacking("ssl_certificate_key"))
      } else {
        let message = "missing `ssl_certificate` for a `listen` with `ssl`"
        finding = Diagnostic(.nginxRequired, at: listen.name.range, message)
          .about(.lacking("ssl_certificate"))
      }
      // Another site may be the default one.
      if !config.isWhole { finding.severity = .warning }
      return [finding]
    }
  }

  /// What makes a certificate needless, or may bring one.
  private static let withoutCertificate: Set<String> = [
    "ssl_reject_handshake", "ssl_certificate_by_lua_block", "ssl_certificate_by_lua_file",
    "acme_certificate", "include",
  ]

  private static func listens(of server: NginxBlock) -> [NginxListen] {
    server.directives.named("listen").compactMap { NginxListen($0, usual: 80) }
  }

  /// The default server of each address: the one that says so, else the first, by its own name.
  private static func defaultServers(among servers: [NginxBlock]) -> [String: Word] {
    var defaults: [String: Word] = [:]
    var isSaid: Set<String> = []
    for server in servers {
      for listen in listens(of: server) {
        let says = listen.isDefault && isSaid.insert(listen.key).inserted
        if says || defaults[listen.key] == nil { defaults[listen.key] = server.opening?.name }
      }
    }
    return defaults
  }
}
