internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyUndefinedBackend = Rule(
    "haproxy/undefined-backend",
    reports: "A backend that the file does not have.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    use_backend ap if { path /app }")),
    fixed: .haproxy(Rule.Example.haproxyFile("    use_backend app if { path /app }"))
  )

  static let haproxyUndefinedACL = Rule(
    "haproxy/undefined-acl",
    reports: "An ACL that neither the section nor HAProxy itself defines.",
    why: "HAProxy rejects the whole file; ACLs of other sections do not count.",
    fires: .haproxy(Rule.Example.haproxyFile("    http-request deny if is_admin")),
    fixed: .haproxy(
      Rule.Example.haproxyFile(
        "    acl is_admin path_beg /admin\n    http-request deny if is_admin"
      )
    )
  )

  static let haproxyUndefinedServer = Rule(
    "haproxy/undefined-server",
    reports: "A server that its backend does not have.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("", "    use-server app2 if { path /app }")),
    fixed: .haproxy(Rule.Example.haproxyFile("", "    use-server app1 if { path /app }"))
  )

  static let haproxyUndefined = Rule(
    "haproxy/undefined",
    reports:
      "A section of resolvers, peers, users, caches, mailers or errors that the file does not have.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(
      Rule.Example.haproxyFile("", "    server app2 app.example.org:80 resolvers dns")
    ),
    fixed: .haproxy(
      Rule.Example.haproxyFile("", "    server app2 app.example.org:80 resolvers dns")
        + "\nresolvers dns\n    nameserver one 10.0.0.53:53"
    )
  )
}

extension Diagnostic {
  static func haproxyUndefinedBackend(_ word: Word, among names: [String]) -> Diagnostic {
    undefined(.haproxyUndefinedBackend, word, "undefined backend `\(word.text)`", names)
  }

  static func haproxyUndefinedACL(
    _ word: Word,
    in section: String,
    among names: [String]
  ) -> Diagnostic {
    undefined(
      .haproxyUndefinedACL,
      word,
      "undefined ACL `\(word.text)` in this `\(section)`",
      names
    )
  }

  static func haproxyUndefined(_ word: Word, _ kind: String, among names: [String]) -> Diagnostic {
    undefined(.haproxyUndefined, word, "undefined section `\(kind) \(word.text)`", names)
  }

  private static func undefined(
    _ rule: Rule,
    _ word: Word,
    _ message: String,
    _ names: [String]
  ) -> Diagnostic {
    let nearest = NameIndex(names).nearest(to: word.text)
    return Diagnostic(
      rule,
      at: word.range,
      message,
      fixes: .replacements(nearest, at: word.range)
    )
    .about(.missing(word.text))
  }

  /// What a name is made of at run time, or comes from the environment, is not looked up.
  static func haproxyBackends(in config: HAProxyConfig) -> [Diagnostic] {
    let names = config.backends.map(\.name.text)
    // A frontend alone is a part of a file, whose backends stand elsewhere.
    guard !names.isEmpty || !config.all("defaults").isEmpty || !config.all("global").isEmpty else {
      return []
    }
    return config.proxies.flatMap { proxy in
      proxy.lines.filter { ["use_backend", "default_backend"].contains($0.name) }
        .filter { $0.words.count > 1 && !$0.words[1].hasVariable && !$0.second.contains("%") }
        .map { $0.words[1].plain }.filter { !names.contains($0.text) }
        .map { haproxyUndefinedBackend($0, among: names) }
    }
  }

  static func haproxyServers(in config: HAProxyConfig) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for proxy in config.backends {
      let own = proxy.servers.map(\.text)
      for line in proxy.section.lines("use-server") where line.words.count > 1 {
        let word = line.words[1]
        guard proxy.serverPrefixes.isEmpty, !word.hasVariable, !word.text.contains("%"),
          !own.contains(word.text)
        else { continue }
        let message = "undefined server `\(word.text)` in `\(proxy.name.text)`"
        findings.append(undefined(.haproxyUndefinedServer, word.plain, message, own))
      }
      for line in proxy.section.lines("server") {
        guard let mark = line.words.firstIndex(where: { $0.text == "track" }),
          mark + 1 < line.words.count
        else { continue }
        let word = line.words[mark + 1]
        let parts = word.text.split(separator: "/").map(String.init)
        let other = parts.count > 1 ? config.backends.first { $0.name.text == parts[0] } : proxy
        let known = other?.servers.map(\.text) ?? []
        guard !word.hasVariable, !known.contains(parts.last ?? "") else { continue }
        let message = "undefined server `\(word.text)`"
        findings.append(undefined(.haproxyUndefinedServer, word.plain, message, known))
      }
    }
    return findings
  }

  /// Words behind which the name of a section stands.
  private static let references: [(keyword: String?, mark: String, kinds: [String])] = [
    ("server", "resolvers", ["resolvers"]), ("default-server", "resolvers", ["resolvers"]),
    ("server-template", "resolvers", ["resolvers"]), ("stick-table", "peers", ["peers"]),
    ("http-request", "cache-use", ["cache"]), ("http-response", "cache-store", ["cache"]),
    ("email-alert", "mailers", ["mailers"]), (nil, "errorfiles", ["http-errors"]),
    (nil, "use-fcgi-app", ["fcgi-app"]),
  ]

  static func haproxyReferences(in config: HAProxyConfig) -> [Diagnostic] {
    var findings = haproxyExternalChecks(in: config)
    for section in config.sections where HAProxyTable.proxySections.contains(section.kind) {
      if let from = section.from {
        let names = config.names(of: ["defaults"]).map(\.text)
        if !names.contains(from.text) {
          findings.append(haproxyUndefined(from, "defaults", among: names))
        }
      }
      for line in section.lines {
        for (keyword, mark, kinds) in references where keyword == nil || keyword == line.name {
          guard let place = line.words.firstIndex(where: { $0.text == mark }),
            keyword != nil || place == 0, place + 1 < line.words.count
          else { continue }
          let word = line.words[place + 1]
          let names = config.names(of: kinds).map(\.text)
          guard !word.hasVariable, !names.contains(word.text) else { continue }
          findings.append(haproxyUndefined(word.plain, kinds[0], among: names))
        }
      }
    }
    return findings
  }

  /// Checks by a program need leave from `global`, and the program.
  private static func haproxyExternalChecks(in config: HAProxyConfig) -> [Diagnostic] {
    let globals = config.all("global")
    guard !globals.isEmpty else { return [] }
    let isAllowed = globals.contains { !$0.lines("external-check").isEmpty }
    return config.backends.compactMap { proxy in
      guard let line = proxy.section.lines("option", "external-check").first, line.prefix == nil
      else {
        return nil
      }
      let message: String
      if !isAllowed {
        message = "`option external-check` requires `external-check` in `global`"
      } else if proxy.last("external-check", "command") == nil {
        message = "`option external-check` requires `external-check command`"
      } else {
        return nil
      }
      return Diagnostic(.haproxyUndefined, at: line.words[1].range, message)
    }
  }
}
