internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxUnknownDirective = Rule(
    "nginx/unknown-directive",
    reports: "A directive that neither nginx nor a module that Debian packages knows.",
    why: "nginx refuses the whole configuration and does not start.",
    fires: .nginxSite(Rule.Example.nginxServer("    proxy_read_timout 60s;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    proxy_read_timeout 60s;"))
  )

  static let nginxMisplaced = Rule(
    "nginx/misplaced",
    reports: "A directive where it may not stand.",
    why: "nginx refuses the whole configuration and does not start.",
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
    reports: "A directive that nginx 1.22 of Debian 12 does not know, or knows no longer.",
    why: "The one version refuses the whole configuration that the other accepts.",
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
    let shown = places.map(\.shown)
    let list =
      shown.count > 1
      ? shown.dropLast().joined(separator: ", ") + " or " + (shown.last ?? "")
      : shown.first ?? ""
    return Diagnostic(
      .nginxMisplaced,
      at: name.range,
      "`\(name.text)` may not stand \(context.shown), but \(list)"
    )
  }

  static func nginxSince(_ name: Word, _ version: String) -> Diagnostic {
    let message =
      "nginx knows `\(name.text)` since \(version), Debian 12 has \(NginxDirectives.version)"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }

  static func nginxRemoved(_ name: Word, in version: String) -> Diagnostic {
    let message = "nginx has no `\(name.text)` since \(version): write `listen … ssl` instead"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }

  static func nginxObsolete(_ name: Word, _ version: String) -> Diagnostic {
    let message = "`\(name.text)` has no effect since nginx \(version)"
    return Diagnostic(.nginxVersion, at: name.range, message)
  }
}
