internal import Diagnostics
internal import Languages

/// The words behind an action.
extension HAProxyRules {
  /// Actions with as many words, no more and no less.
  private static let counts = [
    "set-header": 2, "add-header": 2, "replace-header": 3, "replace-value": 3, "set-path": 1,
    "set-pathq": 1, "set-query": 1, "set-uri": 1, "set-method": 1, "replace-path": 2,
    "replace-pathq": 2, "replace-uri": 2, "set-log-level": 1, "set-nice": 1,
  ]
  private static let scopes = ["proc.", "sess.", "txn.", "req.", "res.", "check."]

  func arguments(of line: HAProxyLine, at index: Int) -> [Diagnostic] {
    let action = line.words[index]
    let parts = action.text.split(separator: "(", maxSplits: 1).map(String.init)
    let words = line.words[(index + 1)...].prefix { word in
      word.isQuoted || !["if", "unless"].contains(word.text)
    }
    // A variable of the environment may be several words.
    guard !words.contains(where: \.hasVariable) else { return [] }
    if let count = Self.counts[parts[0]], words.count != count {
      return [.haproxyCount(action.plain, count, words.count)]
    }
    if parts[0] == "switch-mode", let mode = words.first, mode.text != "http" {
      return [.haproxyValue(mode.plain, of: "switch-mode", "`http`", among: ["http"])]
    }
    guard ["set-var", "set-var-fmt", "unset-var"].contains(parts[0]), parts.count == 2,
      !parts[1].contains("$")
    else { return [] }
    let name = String(parts[1].prefix { $0 != "," && $0 != ")" })
    guard !Self.scopes.contains(where: name.hasPrefix) else { return [] }
    let start = parts[0].utf8.count + 1
    return [.haproxyVariable(action.part(start..<start + name.utf8.count), Self.scopes)]
  }
}

/// `log ADDRESS [len N] [format F] [sample S] FACILITY [LEVEL [LEVEL]]`.
enum HAProxyLog {
  private static let facilities = [
    "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "auth2",
    "ftp",
    "ntp", "audit", "alert", "cron2", "local0", "local1", "local2", "local3", "local4", "local5",
    "local6", "local7",
  ]
  private static let levels = [
    "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug",
  ]

  static func findings(in line: HAProxyLine) -> [Diagnostic] {
    guard line.prefix == nil, line.words.count > 1 else { return [] }
    if line.second == "global", line.words.count == 2 { return [] }
    var rest = line.words.dropFirst(2)
    while let word = rest.first, ["len", "format", "sample", "profile"].contains(word.text) {
      rest = rest.dropFirst(2)
    }
    guard let facility = rest.first else {
      return [
        .haproxyMissing("an address and a facility such as `local0`", behind: line.keyword.plain)
      ]
    }
    func wrong(_ word: HAProxyWord, _ names: [String], _ expected: String) -> Diagnostic? {
      guard !word.hasVariable, !word.text.contains("$"), !names.contains(word.text) else {
        return nil
      }
      return .haproxyValue(word.plain, of: "log", expected, among: names)
    }
    let first = wrong(facility, facilities, "a facility such as `local0`")
    let others = rest.dropFirst().prefix(2).compactMap {
      wrong($0, levels, ValueShape.list(levels))
    }
    return first.map { [$0] } ?? others
  }
}
