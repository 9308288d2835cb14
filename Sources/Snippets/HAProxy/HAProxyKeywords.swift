internal import Diagnostics
internal import Languages

/// Holds the lines of a section to the keywords that HAProxy knows there.
enum HAProxyKeywords {
  /// Returns what is wrong with the keywords of a section.
  static func findings(in section: HAProxySection) -> [Diagnostic] {
    guard HAProxyTable.sections.contains(section.kind) else { return [] }
    let isProxy = HAProxyTable.proxySections.contains(section.kind)
    return section.lines.flatMap { line in
      isProxy ? proxyLine(line, in: section) : plainLine(line, in: section.kind)
    }
  }

  private static func plainLine(_ line: HAProxyLine, in kind: String) -> [Diagnostic] {
    let table = HAProxyTable.all
    guard let directive = table.directive(line.name, in: kind) else {
      if let removed = table.directive(line.name, in: "removed") {
        return [.haproxyRemoved(line.keyword.plain, removed)]
      }
      return [.haproxyUnknown(line.keyword.plain, in: kind, table.names(in: kind))]
    }
    if let version = directive.facts["removed"] {
      return [.haproxyRemoved(line.keyword.plain, directive, since: version)]
    }
    guard !line.words.contains(where: \.hasVariable) else { return [] }
    if line.name == "log" { return HAProxyLog.findings(in: line) }
    return DirectiveRules.haproxy.findings(
      in: line.words.dropFirst().map(\.plain),
      of: directive,
      at: line.keyword.plain
    )
  }

  private static func proxyLine(_ line: HAProxyLine, in section: HAProxySection) -> [Diagnostic] {
    let table = HAProxyTable.all
    guard let directive = table.directive(line.name, in: "proxy") else {
      if let removed = table.directive(line.name, in: "removed") {
        return [.haproxyRemoved(line.keyword.plain, removed)]
      }
      return [.haproxyUnknown(line.keyword.plain, in: section.kind, table.names(in: "proxy"))]
    }
    if let finding = misplaced(line.keyword.plain, directive, section) { return [finding] }
    guard
      ["option", "timeout", "stats", "capture", "stick", "tcp-request", "tcp-response"]
        .contains(line.name), !(line.words.count > 1 && line.words[1].hasVariable)
    else { return [] }
    guard line.words.count > 1 else {
      return [.haproxyMissing("a word", behind: line.keyword.plain)]
    }
    let second = line.words[1].plain
    guard let detail = table.directive(second.text, in: line.name) else {
      if line.name == "option", let removed = table.directive(second.text, in: "removed-option") {
        return [.haproxyRemoved(second, removed)]
      }
      return [.haproxyUnknown(second, behind: line.name, table.names(in: line.name))]
    }
    var named = second
    named.text = "\(line.name) \(second.text)"
    return misplaced(named, detail, section).map { [$0] } ?? []
  }

  /// A keyword may stand in some kinds of sections alone.
  private static func misplaced(
    _ word: Word,
    _ directive: DirectiveTable.Directive,
    _ section: HAProxySection
  ) -> Diagnostic? {
    guard let places = directive.facts["in"] else { return nil }
    let letter = section.kind.prefix(1)
    if places.contains(letter) { return nil }
    if letter == "d", section.name != nil, places.contains("D") { return nil }
    // What frontends and backends do not have in common is ignored, as a rule.
    let isRefused = letter == "d" || directive.facts["refused"] != nil
    return .haproxyMisplaced(word, in: section.kind, isRefused: isRefused)
  }
}

extension DirectiveRules {
  static let haproxy = DirectiveRules(
    unknownKey: .haproxyUnknownKeyword,
    type: .haproxyType
  )
}
