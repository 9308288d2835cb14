internal import Diagnostics
internal import Languages

extension Format {
  /// haproxy.cfg of HAProxy 2.6 and later.
  static let haproxy = Format(
    rules: [
      .haproxySyntax, .haproxyUnknownKeyword, .haproxyRemoved, .haproxyType, .haproxySample,
      .haproxyUndefinedACL,
    ],
    checks: [
      Check(.haproxyDuplicate, find: Diagnostic.haproxyNames),
      Check(.haproxyUndefinedBackend, find: Diagnostic.haproxyBackends),
      Check(.haproxyUndefinedServer, find: Diagnostic.haproxyServers),
      Check(.haproxyUndefined, find: Diagnostic.haproxyReferences),
      Check(.haproxyTimeout, find: Diagnostic.haproxyTimeouts),
      Check(.haproxyMode, find: Diagnostic.haproxyModes),
      Check(.haproxyCertificate, .haproxyVerify, find: Diagnostic.haproxyTLS),
      Check(.haproxyDuplicate, find: Diagnostic.haproxyListeners),
      Check(.haproxyUnused, find: Diagnostic.haproxyUnused),
    ],
    facts: .haproxy
  ) { reading in
    let config = reading.read(by: HAProxyConfig.init)
    return Outcome(config, config.findings)
  }
}

/// A haproxy.cfg, read and held to what HAProxy knows.
struct HAProxyConfig {
  private(set) var sections: [HAProxySection] = []
  private(set) var proxies: [HAProxyProxy] = []
  /// Whether some lines hold under a condition alone, so that two of a name may be meant.
  let hasConditions: Bool
  private var mistakes: [Diagnostic]

  init(_ text: [UInt8]) {
    let outcome = HAProxyReader.read(text)
    mistakes = outcome.diagnostics
    hasConditions = outcome.value.hasConditions
    for line in outcome.value.lines { take(line) }
    findProxies()
  }

  /// A word at the start of a line that looks like a section begins one, however it is written: else
  /// all that follows would be wrong.
  private static let kinds = HAProxyTable.sections + HAProxyTable.otherSections
  private static let nearKinds = NameIndex(kinds)

  private mutating func take(_ line: HAProxyLine) {
    if line.prefix == nil, Self.kinds.contains(line.name) {
      sections.append(HAProxySection(kind: line.name, header: line))
      return
    }
    let current = sections.last?.kind
    if line.prefix == nil, !line.isIndented, current.map({ !knows(line.name, in: $0) }) ?? true,
      let meant = Self.nearKinds.nearest(to: line.name).first
    {
      mistakes.append(.haproxyUnknownSection(line.keyword.plain, meant: meant))
      sections.append(HAProxySection(kind: meant, header: line))
    } else if sections.isEmpty {
      mistakes.append(.haproxyOutside(line.keyword.plain))
    } else {
      sections[sections.count - 1].lines.append(line)
    }
  }

  private func knows(_ keyword: String, in kind: String) -> Bool {
    let section = HAProxyTable.proxySections.contains(kind) ? "proxy" : kind
    return HAProxyTable.all.directive(keyword, in: section) != nil
      || HAProxyTable.all.directive(keyword, in: "removed") != nil
  }

  private mutating func findProxies() {
    var latest: HAProxySection?
    var named: [String: HAProxySection] = [:]
    for section in sections where HAProxyTable.proxySections.contains(section.kind) {
      var inherited = latest
      if let from = section.from { inherited = named[from.text] }
      guard section.kind == "defaults" else {
        proxies.append(HAProxyProxy(section: section, defaults: inherited))
        continue
      }
      var defaults = section
      if section.from != nil { defaults.lines = (inherited?.lines ?? []) + section.lines }
      if let name = section.name { named[name.text] = defaults }
      latest = defaults
    }
  }

  /// The sections of a kind.
  func all(_ kind: String) -> [HAProxySection] { sections.filter { $0.kind == kind } }

  /// The names of the sections of some kinds.
  func names(of kinds: [String]) -> [Word] {
    sections.filter { kinds.contains($0.kind) }.compactMap(\.name)
  }

  /// The proxies that can be a backend.
  var backends: [HAProxyProxy] { proxies.filter(\.isBackend) }

  /// What is wrong with each line by itself.
  var findings: [Diagnostic] {
    mistakes + sections.flatMap { HAProxyKeywords.findings(in: $0) }
      + (all("defaults").map { HAProxyProxy(section: $0) } + proxies).flatMap {
        HAProxyRules(proxy: $0, config: self).findings
      }
  }
}
