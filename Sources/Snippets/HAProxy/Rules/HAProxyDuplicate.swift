internal import Diagnostics
internal import Languages

extension Rule {
  static let haproxyDuplicate = Rule(
    "haproxy/duplicate",
    reports:
      "Two sections with the same name, two servers with the same name in a backend, or two listeners on one "
      + "address.",
    why: "HAProxy rejects the file; of two listeners on one address each gets some connections.",
    fires: .haproxy(Rule.Example.haproxyFile("", "    server app1 10.0.0.12:8008 check")),
    fixed: .haproxy(Rule.Example.haproxyFile("", "    server app2 10.0.0.12:8008 check"))
  )

  static let haproxyUnused = Rule(
    "haproxy/unused",
    .warning,
    reports: "A backend that nothing refers to, or an ACL that no condition uses.",
    why: "The rule that was meant to use it is missing or has another name.",
    fires: .haproxy(Rule.Example.haproxyFile("    acl is_admin path_beg /admin")),
    fixed: .haproxy(
      Rule.Example.haproxyFile(
        "    acl is_admin path_beg /admin\n    http-request deny if is_admin"
      )
    )
  )
}

extension Diagnostic {
  static func haproxyNames(in config: HAProxyConfig) -> [Diagnostic] {
    guard !config.hasConditions else { return [] }
    var findings: [Diagnostic] = []
    var seen: [String: Word] = [:]
    func note(_ key: String, _ word: Word, _ message: String) {
      guard let first = seen[key] else {
        seen[key] = word
        return
      }
      let place = Note("first defined here", at: Location(range: first.range))
      findings.append(Diagnostic(.haproxyDuplicate, at: word.range, message, notes: [place]))
    }
    for section in config.sections {
      let isProxy = ["frontend", "listen", "backend"].contains(section.kind)
      guard let name = section.name else {
        if isProxy {
          findings.append(haproxyMissing("a name", behind: section.header.keyword.plain))
        }
        continue
      }
      guard section.kind != "defaults" else { continue }
      // A frontend and a backend may share a name.
      let sides =
        section.kind == "listen" ? ["frontend", "backend"] : [section.kind]
      let message = "duplicate `\(section.kind)` `\(name.text)`"
      let count = findings.count
      for side in sides where findings.count == count {
        note("\(side) \(name.text)", name, message)
      }
    }
    for proxy in config.backends {
      for server in proxy.servers {
        let message = "duplicate server `\(server.text)` in `\(proxy.name.text)`"
        note("server \(proxy.name.range.lowerBound) \(server.text)", server.plain, message)
      }
    }
    return findings
  }

  /// Lines that part their listener by threads or interfaces may share an address.
  static func haproxyListeners(in config: HAProxyConfig) -> [Diagnostic] {
    guard !config.hasConditions else { return [] }
    var first: [String: Word] = [:]
    var findings: [Diagnostic] = []
    for line in config.proxies.flatMap({ $0.section.lines("bind") }) where line.words.count > 1 {
      let word = line.words[1]
      let isShared = line.words.contains {
        ["thread", "process", "shards", "interface", "namespace"].contains($0.text)
      }
      guard !isShared, !word.hasVariable else { continue }
      for part in word.text.split(separator: ",") {
        let address = part.hasPrefix(":") ? "*" + part : String(part)
        guard let other = first[address] else {
          first[address] = word.plain
          continue
        }
        findings.append(
          Diagnostic(
            .haproxyDuplicate,
            at: word.range,
            "duplicate address `\(part)`",
            notes: [Note("first defined here", at: Location(range: other.range))]
          )
        )
      }
    }
    return findings
  }

  static func haproxyUnused(in config: HAProxyConfig) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let isDynamic = config.proxies.contains { proxy in
      proxy.section.lines("use_backend").contains {
        $0.second.contains("%") || $0.words.count < 2 || $0.words[1].hasVariable
      }
    }
    let hasFrontend = config.proxies.contains { $0.section.kind == "frontend" }
    for proxy in config.proxies where proxy.section.kind == "backend" && hasFrontend && !isDynamic {
      let name = proxy.name.text
      let isUsed = config.sections.contains { section in
        section.lines.contains { line in
          line.words.dropFirst().contains { word in
            word.text == name || word.text.contains("(\(name)") || word.text.contains(",\(name)")
              || word.text.hasPrefix("\(name)/")
          }
        }
      }
      if !isUsed {
        let message = "unused backend `\(name)`"
        findings.append(.haproxyUnused(proxy.name, message))
      }
    }
    for section in config.sections where ["frontend", "listen", "backend"].contains(section.kind) {
      var used: Set<String> = []
      for line in section.lines where line.name != "acl" {
        used.formUnion(HAProxyCondition(of: line)?.names.map(\.text) ?? [])
      }
      var reported: Set<String> = []
      for line in section.lines("acl") where line.words.count > 1 && !used.contains(line.second) {
        guard reported.insert(line.second).inserted else { continue }
        let message = "unused ACL `\(line.second)`"
        findings.append(.haproxyUnused(line.words[1].plain, message))
      }
    }
    return findings
  }
  private static func haproxyUnused(_ name: Word, _ message: String) -> Diagnostic {
    Diagnostic(.haproxyUnused, at: name.range, message)
      .about(.unused(name.text))
  }
}
