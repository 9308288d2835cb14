internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxUnknownDirective = Rule(
    "nginx/unknown-directive",
    reports: "A directive that neither nginx nor a module packaged by Debian has.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginxSite(Rule.Example.nginxServer("    proxy_read_timout 60s;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    proxy_read_timeout 60s;"))
  )

  static let nginxMisplaced = Rule(
    "nginx/misplaced",
    reports: "A directive where it is not allowed.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginxSite(Rule.Example.nginxServer("    proxy_pass http://10.20.0.11:8008;")),
    fixed: .nginxSite(
      Rule.Example.nginxServer(
        "    location / {\n        proxy_pass http://10.20.0.11:8008;\n    }"
      )
    )
  )

  static let nginxVersion = Rule(
    "nginx/version",
    .warning,
    reports: "A directive that only some versions of nginx have; Debian 12 has 1.22.",
    why: "A version without the directive rejects the whole configuration.",
    fires: .nginxSite(Rule.Example.nginxServer("    http2 on;")),
    fixed: .nginxSite("server {\n    listen 80 http2;\n    server_name example.org;\n}")
  )
}

extension Diagnostic {
  static func nginxUnknown(_ name: Word, nearest names: [String]) -> Diagnostic {
    let known = names.isEmpty ? Array(NginxTable.names) : names
    return DirectiveRules.nginx.unknown(name, among: known)
  }

  static func nginxMisplaced(
    _ name: Word,
    in context: NginxContext,
    _ places: [NginxContext]
  ) -> Diagnostic {
    let list = ValueShape.either(places.map(\.shown))
    return Diagnostic(
      .nginxMisplaced,
      at: name.range,
      "`\(name.text)` is not allowed \(context.shown), only \(list)"
    )
  }

  static func nginxSince(_ name: Word, _ version: String) -> Diagnostic {
    let debian = NginxDirectives.version
    let message = "`\(name.text)` requires nginx \(version) or later; Debian 12 has \(debian)"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }

  static func nginxRemoved(_ name: Word, in version: String) -> Diagnostic {
    let message = "nginx \(version) removed `\(name.text)`; use `listen … ssl`"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }

  static func nginxObsolete(_ name: Word, _ version: String) -> Diagnostic {
    let message = "`\(name.text)` has no effect since nginx \(version)"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }
}
