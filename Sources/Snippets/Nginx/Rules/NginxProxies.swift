internal import Diagnostics
internal import Languages
internal import Values

extension Rule {
  static let nginxProxy = Rule(
    "nginx/proxy",
    reports: "An address that `proxy_pass` or its like does not accept, or does not accept here.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginxSite(
      Rule.Example.nginxServer(
        "    location ~ ^/api/ {\n        proxy_pass http://10.20.0.11:8008/;\n    }"
      )
    ),
    fixed: .nginxSite(
      Rule.Example.nginxServer(
        "    location ~ ^/api/ {\n        proxy_pass http://10.20.0.11:8008;\n    }"
      )
    )
  )
}

extension Diagnostic {
  /// Where nginx passes requests on.
  static func nginxProxies(in config: NginxConfig) -> [Diagnostic] {
    config.blocks.flatMap { block in
      block.directives.compactMap { directive -> Diagnostic? in
        guard block.context.directive(directive.text) != nil else { return nil }
        return switch directive.text {
        case "proxy_pass" where [.location, .locationIf, .limitExcept].contains(block.context):
          proxy(directive, in: block)
        case "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass": plain(directive)
        case "proxy_pass" where block.context == .streamServer: plain(directive)
        default: nil
        }
      }
    }
  }

  private static func proxy(_ directive: NginxDirective, in block: NginxBlock) -> Diagnostic? {
    guard let target = directive.arguments.first, !target.text.contains("$") else { return nil }
    let scheme = ["http://", "https://"].first { target.text.lowercased().hasPrefix($0) }
    guard let scheme else {
      let message =
        "expected an address that starts with `http://` or `https://`, found `\(target.text)`"
      return Diagnostic(.nginxProxy, at: target.range, message)
    }
    guard hasPath(String(target.text.dropFirst(scheme.count))) else { return nil }
    let place: String
    switch (block.context, block.opening.flatMap(NginxLocation.init)?.kind) {
    case (.locationIf, _): place = "in an `if`"
    case (.limitExcept, _): place = "in `limit_except`"
    case (.location, .pattern?): place = "in a location with a regular expression"
    case (.location, .named?): place = "in a named location"
    default: return nil
    }
    let message = "`proxy_pass` \(place) cannot have a path, not even `/`"
    return Diagnostic(.nginxProxy, at: target.range, message)
  }

  /// What stands behind the host and the port, a socket's path being part of them.
  private static func hasPath(_ rest: String) -> Bool {
    rest.hasPrefix("unix:") ? rest.dropFirst(5).contains(":") : rest.contains("/")
  }

  private static func plain(_ directive: NginxDirective) -> Diagnostic? {
    guard let target = directive.arguments.first, !target.text.contains("$"),
      !["suwsgi://", "uwsgi://"].contains(where: target.text.hasPrefix),
      target.text.contains("://") || IPv4Address(target.text) != nil
    else { return nil }
    let message = "expected a host and a port such as `10.20.0.11:9000`, found `\(target.text)`"
    return Diagnostic(.nginxProxy, at: target.range, message)
  }
}
