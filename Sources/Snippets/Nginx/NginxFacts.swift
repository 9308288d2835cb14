internal import Deployment
internal import Languages

extension FileFacts {
  static let nginx = FileFacts(
    lines: { $0.read(by: NginxConfig.whole).configLines },
    ends: nginxFiles,
    more: { file, facts in NginxEnds(file: file).add(to: &facts) }
  )

  static let nginxSite = FileFacts(
    lines: { $0.read(by: NginxConfig.site).configLines },
    ends: nginxFiles,
    more: { file, facts in NginxEnds(file: file).add(to: &facts) }
  )

  private static let nginxFiles = NginxDirective.ofFiles.map { FileEnd("\($0) ?", .reads) }
}

extension NginxDirective {
  /// Directives that name a file which has to be there.
  fileprivate static let ofFiles = [
    "include", "ssl_certificate", "ssl_certificate_key", "ssl_trusted_certificate",
    "ssl_client_certificate", "ssl_dhparam", "auth_basic_user_file",
  ]

  /// Whether it names a file from the folder of nginx.conf, which need not be the one of this file.
  fileprivate var namesFileElsewhere: Bool {
    Self.ofFiles.contains(text) && !first.hasPrefix("/")
  }
}

extension NginxConfig {
  /// The directives as other files ask for them, each with the block that it stands in.
  fileprivate var configLines: [ConfigLine] {
    blocks.flatMap { block -> [ConfigLine] in
      block.directives.filter { $0.block == nil && !$0.namesFileElsewhere }.map {
        ConfigLine(section: block.section, words: [$0.name] + $0.arguments)
      }
    }
  }
}

extension NginxBlock {
  /// The name of the block; an upstream has its own behind it.
  fileprivate var section: [String] {
    switch context {
    case .upstream, .streamUpstream: ["upstream", opening?.first ?? ""]
    case .streamServer, .mailServer: ["plain-server"]
    default: [opening?.text ?? ""]
    }
  }
}

/// What an nginx.conf binds, and where it passes requests on.
private struct NginxEnds {
  let file: ReadFile

  func add(to facts: inout DeploymentFacts) {
    guard case .lines(let lines) = file.content else { return }
    let upstreams = Set(lines.filter { $0.section.first == "upstream" }.map { $0.section[1] })
    for line in lines where line.words.count > 1 {
      facts.listeners += listeners(of: line)
      facts.connections += connection(of: line, upstreams).map { [$0] } ?? []
    }
  }

  private func listeners(of line: ConfigLine) -> [Listener] {
    guard line.words[0].text == "listen" else { return [] }
    let directive = NginxDirective(name: line.words[0], arguments: Array(line.words.dropFirst()))
    let usual = line.section == ["plain-server"] ? nil : 80
    guard let listen = NginxListen(directive, usual: usual), let ports = listen.ports else {
      return []
    }
    let host = listen.host.filter { $0 != "[" && $0 != "]" }
    return file.listener(
      ports,
      listen.has("udp") || listen.has("quic") ? [.udp] : [.tcp],
      on: host.isEmpty || host == "::" ? nil : host,
      at: directive.arguments[0].range
    )
  }

  private static let passes: Set<String> = [
    "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass",
  ]

  /// The servers of upstreams, whose port is 80 unless said otherwise, and what is passed on to
  /// beside those.
  private func connection(of line: ConfigLine, _ upstreams: Set<String>) -> Connection? {
    let target = line.words[1]
    let isServer = line.section.first == "upstream" && line.words[0].text == "server"
    guard isServer || Self.passes.contains(line.words[0].text), !target.text.contains("unix:"),
      let end = Endpoint.read(target.text).first, !end.host.isEmpty,
      isServer || !upstreams.contains(end.host),
      let port = end.ports?.lowerBound ?? (isServer ? 80 : nil)
    else { return nil }
    return file.connection(to: end.host, port, at: target.range)
  }
}
