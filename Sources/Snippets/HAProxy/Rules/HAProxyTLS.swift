internal import Diagnostics

extension Rule {
  static let haproxyCertificate = Rule(
    "haproxy/certificate",
    reports: "A listener for TLS without a certificate, or a certificate without `ssl`.",
    why: "HAProxy rejects the file, or speaks plain HTTP where TLS was meant.",
    fires: .haproxy(Rule.Example.haproxyFile("    bind 10.0.0.10:443 ssl")),
    fixed: .haproxy(
      Rule.Example.haproxyFile("    bind 10.0.0.10:443 ssl crt /etc/haproxy/site.pem")
    )
  )

  static let haproxyVerify = Rule(
    "haproxy/verify",
    reports: "A server reached over TLS without a way to check its certificate.",
    why: "HAProxy rejects the file until it has a CA file, or `verify none`.",
    fires: .haproxy(Rule.Example.haproxyFile("", "    server app2 10.0.0.12:8448 ssl")),
    fixed: .haproxy(
      Rule.Example.haproxyFile(
        "",
        "    server app2 10.0.0.12:8448 ssl verify required ca-file /etc/ssl/certs/ca.pem"
      )
    )
  )
}

extension Diagnostic {
  static func haproxyTLS(in config: HAProxyConfig) -> [Diagnostic] {
    let lines = config.proxies.flatMap { $0.section.lines("bind") }
    let listeners = lines.compactMap { line -> Diagnostic? in
      let words = line.words.map(\.text)
      guard !line.words.contains(where: \.hasVariable) else { return nil }
      let hasCertificate = words.contains { ["crt", "crt-list", "default-crt"].contains($0) }
      if let ssl = line.words.dropFirst(2).first(where: { $0.text == "ssl" }), !hasCertificate,
        !words.contains("generate-certificates")
      {
        let message = "missing `crt` with a certificate, which `ssl` requires"
        return Diagnostic(.haproxyCertificate, at: ssl.range, message)
      }
      guard hasCertificate, !words.contains("ssl"),
        let crt = line.words.first(where: { ["crt", "crt-list"].contains($0.text) })
      else { return nil }
      let message =
        "missing `ssl`, which `\(crt.text)` requires; without it the listener does not speak TLS"
      return Diagnostic(.haproxyCertificate, at: crt.range, message)
    }
    return listeners + config.backends.flatMap { servers(of: $0, in: config) }
  }

  private static func servers(of proxy: HAProxyProxy, in config: HAProxyConfig) -> [Diagnostic] {
    let trusts = config.all("global").contains { section in
      section.lines("ssl-server-verify").contains { $0.second == "none" }
    }
    let defaults = proxy.lines.filter { $0.name == "default-server" }.flatMap(\.words).map(\.text)
    return proxy.section.lines("server").compactMap { line in
      let words = line.words.map(\.text) + defaults
      guard let ssl = line.words.dropFirst(3).first(where: { $0.text == "ssl" }), !trusts,
        !words.contains("ca-file"), !line.words.contains(where: \.hasVariable)
      else { return nil }
      let pairs = zip(words, words.dropFirst())
      guard !pairs.contains(where: { $0 == ("verify", "none") }) else { return nil }
      let message = "missing `verify required ca-file …` or `verify none`, which `ssl` requires"
      return Diagnostic(.haproxyVerify, at: ssl.range, message)
    }
  }
}
