internal import Languages

/// The names that a file of nginx defines.
struct NginxNames: Sendable {
  /// Of upstreams, by the context of their servers.
  private(set) var upstreams: [NginxContext: [Word]] = [:]
  /// Areas of shared memory that limits and caches name.
  private(set) var zones: Set<String> = []
  /// Formats of logs.
  private(set) var formats: Set<String> = ["combined"]
  /// Variables, in lower case.
  private(set) var variables: Set<String> = []

  init(_ config: NginxConfig) {
    for block in config.blocks where block.context != .values {
      for directive in block.directives { take(directive, in: block.context) }
    }
    for block in config.blocks { take(captures: block.directives) }
  }

  private mutating func take(_ directive: NginxDirective, in context: NginxContext) {
    switch directive.text {
    case "upstream":
      guard let name = directive.arguments.first else { return }
      upstreams[context.inside("upstream"), default: []].append(name)
    case "limit_req_zone", "limit_conn_zone":
      if let zone = directive.value("zone") { zones.insert(Self.name(of: zone)) }
    case "proxy_cache_path", "fastcgi_cache_path", "scgi_cache_path", "uwsgi_cache_path":
      if let zone = directive.value("keys_zone") { zones.insert(Self.name(of: zone)) }
    case "log_format": formats.insert(directive.first)
    case "set", "auth_request_set", "perl_set", "js_set", "js_var":
      define(directive.arguments.first)
    case "map", "split_clients", "geo": define(directive.arguments.last)
    case "geoip2": for line in directive.block ?? [] { define(line.name) }
    default:
      // Modules of others define variables in ways of their own.
      guard context.directive(directive.text)?.facts["of"] != nil else { return }
      for word in directive.arguments { define(word) }
    }
  }

  private mutating func define(_ word: Word?) {
    guard let word, word.text.hasPrefix("$") else { return }
    let name = word.text.dropFirst().filter { $0 != "{" && $0 != "}" }
    variables.insert(name.lowercased())
  }

  /// `zone=NAME:SIZE`.
  static func name(of zone: Word) -> String { String(zone.text.prefix { $0 != ":" }) }

  /// Named groups of regular expressions are variables.
  private mutating func take(captures directives: [NginxDirective]) {
    for directive in directives {
      for word in [directive.name] + directive.arguments where word.text.contains("(?") {
        for part in word.text.split(separator: "(?").dropFirst() {
          let name = part.drop { $0 == "P" }
          guard name.hasPrefix("<") || name.hasPrefix("'") else { continue }
          let letters = name.dropFirst().prefix {
            $0 == "_" || $0.isASCII && $0.isLetter || $0.isNumber
          }
          if !letters.isEmpty { variables.insert(letters.lowercased()) }
        }
      }
    }
  }
}
