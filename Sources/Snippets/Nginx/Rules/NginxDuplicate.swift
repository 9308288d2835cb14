internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxDuplicate = Rule(
    "nginx/duplicate",
    reports: "A directive, an address, a location or a name that stands twice where one may stand.",
    why: "nginx refuses the configuration, or keeps one of the two and only logs it.",
    fires: .nginxSite(Rule.Example.nginxServer("    root /srv/one;\n    root /srv/two;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    root /srv/two;"))
  )
}

extension Diagnostic {
  /// A second one of what may stand once: an error, or a warning where nginx only warns.
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
      notes: [Note("the first stands here", at: Location(range: first.range))]
    )
    finding.severity = severity
    return finding
  }

  /// Directives that nginx refuses to read twice in a block, and names that it defines once.
  static func nginxDuplicates(in config: NginxConfig) -> [Diagnostic] {
    config.blocks.filter { $0.context != .values }.flatMap { block in
      repeated(in: block) + upstreams(in: block) + types(in: block)
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
      return nginxTwice(line.name, "this `map` has `\(line.text)` already", first: other)
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
        ? "`\(directive.text)` may stand once in a block"
        : "`\(directive.text)` and `\(other.text)` exclude each other"
      findings.append(nginxTwice(directive.name, message, first: other.name))
    }
    return findings
  }

  private static func upstreams(in block: NginxBlock) -> [Diagnostic] {
    var first: [String: Word] = [:]
    return block.directives.named("upstream").compactMap { directive in
      guard let name = directive.arguments.first else { return nil }
      guard let other = first[name.text] else {
        first[name.text] = name
        return nil
      }
      return nginxTwice(name, "there is an upstream `\(name.text)` already", first: other)
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
        return nginxTwice(
          word,
          "`\(directive.text)` has `\(word.text)` already",
          first: other,
          .warning
        )
      }
    }
  }
}
