internal import Languages

/// A section of haproxy.cfg: from its keyword to the next one.
struct HAProxySection: Sendable {
  /// Such as `backend`.
  var kind: String
  /// The line of the keyword.
  var header: HAProxyLine
  var lines: [HAProxyLine] = []

  /// The name behind the keyword; nothing for `global` and for anonymous defaults.
  var name: Word? {
    guard header.words.count > 1, !(kind == "defaults" && header.second == "from") else {
      return nil
    }
    return header.words[1].plain
  }

  /// The defaults that the section says it takes.
  var from: Word? {
    guard let mark = header.words.firstIndex(where: { $0.text == "from" }), mark > 0,
      mark + 1 < header.words.count
    else { return nil }
    return header.words[mark + 1].plain
  }

  /// Returns the lines of a keyword, and of the word behind it where one is given.
  func lines(_ keyword: String, _ second: String? = nil) -> [HAProxyLine] {
    lines.filter { $0.name == keyword && (second == nil || $0.second == second) }
  }
}
