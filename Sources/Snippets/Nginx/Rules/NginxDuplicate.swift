internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxDuplicate = Rule(
    "nginx/duplicate",
    reports: "A duplicate directive, address, location or name where only one is allowed.",
    why: "nginx rejects the configuration, or keeps one of the two and logs a warning.",
    fires: .nginxSite(Rule.Example.nginxServer("    root /srv/one;\n    root /srv/two;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    root /srv/two;"))
  )
}

extension Diagnostic {
  /// A second one where one is allowed: an error, or a warning where nginx only warns.
  static func nginxTwice(
    _ word: Word,
    _ message: String,
    first: Word,
    _ severity: Severity = .error
  ) -> Diagnostic {
    var finding = Diagnostic(
      .nginxDuplicate,
      at: word.range,
      message,
      notes: [Note("first defined here", at: Location(range: first.range))]
    )
    finding.severity = severity
    return finding
  }

  /// Directives that nginx refuses to read twice in a block, and names that it defines once.
  static func nginxDuplicates(in config: NginxConfig) -> [Diagnostic] {
    config.blocks.filter { $0.context != .values }.flatMap { block in
      repeated(in: block) + names(in: block) + types(in: block)
    } + config.blocks.flatMap(keys)
  }

  /// A key of `map` that is no regular expression may stand once, and so may `default`.
  private static func keys(of block: NginxBlock) -> [Diagnostic] {
    guard block.context == .values, block.opening?.text == "map" else { return [] }
    var first: [String: Word] = [:]
    return block.directives.compactMap { line in
      let key = line.text.lowercased()
      guard !["include", "hostnames", "volatile"].contains(key), !key.hasPrefix("~") else {
        return nil
      }
      guard let other = first[key] else {
        first[key] = line.name
        return nil
      }
      return nginxTwice(line.name, "duplicate key `\(line.text)`", first: other)
    }
  }

  private static func repeated(in block: NginxBlock) -> [Diagnostic] {
    var first: [String: NginxDirective] = [:]
    var findings: [Diagnostic] = []
    for directive in block.directives {
      // The one is another form of the other.
      let name = directive.text == "alias" ? "root" : directive.text
      let known = block.context.directive(directive.text)
      guard name == "root" || known?.facts["once"] != nil else { continue }
      guard let other = first[name] else {
        first[name] = directive
        continue
      }
      let message =
        other.text == directive.text
        ? "duplicate `\(directive.text)`"
        : "`\(directive.text)` cannot be used with `\(other.text)`"
      findings.append(nginxTwice(directive.name, message, first: other.name))
    }
    return findings
  }

  /// Names of upstreams, formats of logs and zones of shared memory.
  private static func names(in block: NginxBlock) -> [Diagnostic] {
    var first: [String: Word] = [:]
    return block.directives.compactMap { directive in
      guard let (kind, name) = named(by: directive) else { return nil }
      guard let other = first["\(kind) \(name.text)"] else {
        first["\(kind) \(name.text)"] = name
        return nil
      }
      return nginxTwice(name, "duplicate \(kind) `\(name.text)`", first: other)
    }
  }

  private static func named(by directive: NginxDirective) -> (kind: String, name: Word)? {
    switch directive.text {
    case "upstream": return directive.arguments.first.map { ("upstream", $0) }
    case "log_format": return directive.arguments.first.map { ("log format", $0) }
    case "limit_req_zone", "limit_conn_zone", "proxy_cache_path", "fastcgi_cache_path",
      "uwsgi_cache_path", "scgi_cache_path":
      guard let zone = directive.value("zone") ?? directive.value("keys_zone") else { return nil }
      let name = zone.text.prefix { $0 != ":" }
      let start = zone.range.lowerBound
      return ("zone", Word(text: String(name), range: start..<(start + name.utf8.count)))
    default: return nil
    }
  }

  private static let typeLists: Set<String> = [
    "gzip_types", "sub_filter_types", "ssi_types", "addition_types", "charset_types",
  ]

  /// `text/html` is among the types always.
  private static func types(in block: NginxBlock) -> [Diagnostic] {
    block.directives.filter { typeLists.contains($0.text) }.flatMap { directive -> [Diagnostic] in
      var seen: [String: Word] = ["text/html": directive.name]
      return directive.arguments.compactMap { word in
        guard let other = seen[word.text.lowercased()] else {
          seen[word.text.lowercased()] = word
          return nil
        }
        let message =
          other == directive.name
          ? "`\(directive.text)` always includes `\(word.text)`"
          : "duplicate type `\(word.text)` in `\(directive.text)`"
        return nginxTwice(word, message, first: other, .warning)
      }
    }
  }
}
