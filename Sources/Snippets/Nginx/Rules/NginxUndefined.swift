internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let nginxUndefinedUpstream = Rule(
    "nginx/undefined-upstream",
    reports: "An upstream that nothing defines, or one with a port that it cannot have.",
    why: "nginx looks up a host of that name, and does not start if there is none.",
    fires: .nginxSite(
      "upstream backend {\n    server 10.20.0.11:8008;\n}\n"
        + Rule.Example.nginxServer(
          "    location / {\n        proxy_pass http://backned;\n    }"
        )
    ),
    fixed: .nginxSite(
      "upstream backend {\n    server 10.20.0.11:8008;\n}\n"
        + Rule.Example.nginxServer("    location / {\n        proxy_pass http://backend;\n    }")
    )
  )

  static let nginxUndefined = Rule(
    "nginx/undefined",
    reports: "A shared memory zone, a log format or a named location that nothing defines.",
    why:
      "nginx rejects the configuration; a missing named location fails on every request.",
    fires: .nginx("events {}\nhttp {\n    access_log /var/log/nginx/access.log timed;\n}"),
    fixed: .nginx(
      "events {}\nhttp {\n    log_format timed '$request $request_time';\n"
        + "    access_log /var/log/nginx/access.log timed;\n}"
    )
  )
}

extension Diagnostic {
  static func nginxUndefined(in config: NginxConfig, _ names: NginxNames) -> [Diagnostic] {
    let isWhole = config.isWhole
    return config.blocks.filter { $0.context != .values }.flatMap { block in
      block.directives.flatMap { directive -> [Diagnostic] in
        let upstream = upstream(directive, in: block.context, names, isWhole)
        return upstream + (isWhole ? reference(directive, names) : [])
      }
    } + config.blocks(.server).flatMap { namedLocations(in: $0, config) }
  }

  private static let passes: Set<String> = [
    "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass",
  ]

  /// A host without a port may be an upstream; one with a port may not.
  private static func upstream(
    _ directive: NginxDirective,
    in context: NginxContext,
    _ names: NginxNames,
    _ isWhole: Bool
  ) -> [Diagnostic] {
    guard passes.contains(directive.text), context.directive(directive.text) != nil,
      let target = directive.arguments.first, !target.text.contains("$"), !target.isQuoted
    else { return [] }
    let start = target.text.firstRange(of: "://")?.upperBound ?? target.text.startIndex
    let authority = target.text[start...].prefix { $0 != "/" }
    guard !authority.isEmpty, !authority.hasPrefix("unix:"), !authority.hasPrefix("[") else {
      return []
    }
    let host = String(authority.prefix { $0 != ":" })
    let hasPort = authority.contains(":")
    let kind: NginxContext = context == .streamServer ? .streamUpstream : .upstream
    let known = (names.upstreams[kind] ?? []).map(\.text)
    let offset = target.range.lowerBound + target.text[..<start].utf8.count
    let word = Word(text: host, range: offset..<offset + authority.utf8.count)
    if known.contains(host) {
      guard hasPort else { return [] }
      let message = "upstream `\(host)` cannot have a port here"
      return [Diagnostic(.nginxUndefinedUpstream, at: word.range, message)]
    }
    guard !hasPort, !host.contains(".") else { return [] }
    let near = NameIndex(known).slips(of: host).filter { !differsInDigits($0, host) }
    let needsPort = isWhole && directive.text != "proxy_pass" && directive.text != "grpc_pass"
    guard !near.isEmpty || needsPort else { return [] }
    return [
      Diagnostic(
        .nginxUndefinedUpstream,
        at: word.range,
        "undefined upstream `\(host)`",
        fixes: .replacements(near, at: word.range)
      )
      .about(.missing(host))
    ]
  }

  /// `app1` and `app2` are two names rather than a slip.
  static func differsInDigits(_ one: String, _ other: String) -> Bool {
    let isDigit = { (character: Character) in character.isNumber }
    return one.filter { !isDigit($0) } == other.filter { !isDigit($0) }
  }

  private static let caches: Set<String> = [
    "proxy_cache", "fastcgi_cache", "scgi_cache", "uwsgi_cache",
  ]

  private static func reference(_ directive: NginxDirective, _ names: NginxNames) -> [Diagnostic] {
    guard let first = directive.arguments.first else { return [] }
    switch directive.text {
    case "limit_req":
      return directive.value("zone").map { zone($0, names) } ?? []
    case "limit_conn": return zone(first, names)
    case "access_log" where directive.arguments.count > 1 && first.text != "off":
      let format = directive.arguments[1]
      guard !format.text.contains("="), !format.text.contains("$"),
        !first.text.hasPrefix("syslog:") || !format.text.isEmpty,
        !["gzip", "escape"].contains(format.text), !names.formats.contains(format.text)
      else { return [] }
      return [undefined(format, "undefined log format `\(format.text)`", names.formats)]
    default:
      guard caches.contains(directive.text), first.text != "off" else { return [] }
      return zone(first, names)
    }
  }

  private static func zone(_ word: Word, _ names: NginxNames) -> [Diagnostic] {
    guard !word.text.contains("$"), !names.zones.contains(word.text) else { return [] }
    return [undefined(word, "undefined zone `\(word.text)`", names.zones)]
  }

  private static func undefined(_ word: Word, _ message: String, _ known: Set<String>) -> Diagnostic
  {
    Diagnostic(
      .nginxUndefined,
      at: word.range,
      message,
      fixes: .replacements(NameIndex(known.sorted()).nearest(to: word.text), at: word.range)
    )
    .about(.missing(word.text))
  }

  /// nginx looks for a named location of the server with the request alone.
  private static func namedLocations(in server: NginxBlock, _ config: NginxConfig) -> [Diagnostic] {
    guard server.directives.named("include").isEmpty else { return [] }
    let known = server.directives.named("location").map { $0.arguments.last?.text ?? "" }
    var findings: [Diagnostic] = []
    func look(_ directives: [NginxDirective], _ depth: Int) {
      for directive in directives {
        if ["try_files", "error_page"].contains(directive.text),
          let last = directive.arguments.last,
          last.text.hasPrefix("@"), !known.contains(last.text)
        {
          var finding = undefined(last, "undefined location `\(last.text)`", Set(known))
          finding.severity = .warning
          findings.append(finding)
        }
        if directive.text == "location" || directive.text == "if" {
          look(directive.block ?? [], depth + 1)
        }
      }
    }
    look(server.directives, 0)
    return findings
  }
}
