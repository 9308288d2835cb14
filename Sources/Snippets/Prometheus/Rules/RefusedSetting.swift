internal import Diagnostics
internal import Languages

extension Rule {
  static let refusedSetting = Rule(
    "prometheus/refused",
    reports:
      "A setting of Prometheus that cannot be used with another one, or that it reserves for itself.",
    why: "Prometheus rejects the whole file.",
    fires: .prometheus("remote_write: [{ url: \"https://a.example/\", headers: { Host: b } }]"),
    fixed: .prometheus("remote_write: [{ url: \"https://a.example/\", headers: { X-Scope: b } }]")
  )
}

extension Diagnostic {
  /// What Prometheus and Alertmanager have in common: clients of HTTP.
  static func refusedClients(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    root.settings.flatMap { reservedHeaders(in: $0) + halves(in: $0) }
  }

  static func refused(_ place: Range<Int>, _ message: String) -> Diagnostic {
    Diagnostic(.refusedSetting, at: place, message)
  }

  /// `reservedHeaders` of `config/config.go`, `ReservedHeaders` of `common/config/headers.go`.
  private static let reserved: Set<String> = [
    "authorization", "host", "content-encoding", "content-length", "content-type", "user-agent",
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "www-authenticate",
    "accept-encoding", "x-prometheus-remote-write-version", "x-prometheus-remote-read-version",
    "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
  ]

  private static func reservedHeaders(in mapping: TypedValue) -> [Diagnostic] {
    // The headers of a mail are those of another protocol.
    let isMail = mapping["to"] != nil
    let lists = isMail ? [] : ["headers", "http_headers"].compactMap { mapping[$0] }
    return lists.flatMap(\.members).filter { reserved.contains($0.key.lowercased()) }.map {
      header in
      let isSecret = header.key.lowercased() == "authorization"
      let message = "`\(header.key)` is not allowed; Prometheus sets this header itself"
      return refused(
        header.keyRange,
        message + (isSecret ? ", from `basic_auth` or `authorization`" : "")
      )
    }
  }

  /// A certificate without its key, a proxy's settings without a proxy, and the like.
  private static func halves(in mapping: TypedValue) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func ask(_ ones: [String], for others: [String], in scope: TypedValue? = nil) {
      let mapping = scope ?? mapping
      guard let half = ones.lazy.compactMap({ mapping.member($0) }).first,
        !others.contains(where: { mapping[$0] != nil })
      else { return }
      findings.append(
        refused(half.keyRange, "missing key `\(others[0])`, which `\(half.key)` requires")
      )
    }
    for member in mapping.members where member.key.hasSuffix("tls_config") {
      ask(
        ["cert", "cert_file", "cert_ref"],
        for: ["key_file", "key", "key_ref"],
        in: member.value
      )
      ask(
        ["key", "key_file", "key_ref"],
        for: ["cert_file", "cert", "cert_ref"],
        in: member.value
      )
    }
    ask(["no_proxy"], for: ["proxy_url", "proxy_from_environment"])
    ask(["proxy_connect_header"], for: ["proxy_url", "proxy_from_environment"])
    if let type = mapping["authorization"]?["type"],
      type.string?.lowercased().trimmingSpaces == "basic"
    {
      findings.append(refused(type.range, "expected `basic_auth` for this type of credentials"))
    }
    return findings
  }
}

extension TypedValue {
  /// Every mapping of the program's own keys: none of labels, texts and others that the author names.
  var settings: [TypedValue] {
    (isObject ? [self] : []) + elements.flatMap(\.settings)
      + members.filter { !Self.open.contains($0.key) }.flatMap(\.value.settings)
  }

  private static let open: Set<String> = [
    "annotations", "attributes", "claims", "custom_fields", "details", "endpoint_params",
    "external_labels", "labels", "match", "match_re", "node_meta", "params", "payload",
    "required_matchers", "source_match", "source_match_re", "target_match", "target_match_re",
  ]
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
