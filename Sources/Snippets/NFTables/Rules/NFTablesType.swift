internal import Diagnostics
internal import Languages
internal import Text
internal import Values

extension Rule {
  static let nftablesType = Rule(
    "nftables/type",
    reports: "An address or a port that is none, or a chain with an unknown type, hook or policy.",
    why: "nft refuses the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("tcp dport 70000 accept")),
    fixed: .nftables(Rule.Example.nftablesFile("tcp dport 7000 accept"))
  )
}

extension Diagnostic {
  private static let policies = ["accept", "drop"]
  private static let hooks = [
    "ingress", "egress", "prerouting", "input", "forward", "output", "postrouting",
  ]

  static func nftablesValues(in config: NFTablesConfig) -> [Diagnostic] {
    config.statements.flatMap { statement, _ -> [Diagnostic] in
      let tokens = statement.tokens
      let isChain = tokens.contains { $0.text == "hook" }
      var findings: [Diagnostic] = []
      for (index, token) in tokens.enumerated() where token.kind == .word {
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if looksLikeAddress(token.text), !isNetwork(token.text) {
          findings.append(
            nftablesWrong(token.word, "an address or a network such as `10.20.0.0/24`")
          )
        }
        if ["dport", "sport"].contains(token.text) {
          findings += ports(behind: index, in: tokens)
        }
        guard let next, next.kind == .word, !next.text.hasPrefix("$") else { continue }
        if token.text == "hook", !hooks.contains(next.text) {
          findings.append(nftablesWrong(next.word, ValueShape.list(hooks), among: hooks))
        }
        if token.text == "policy", index == 0, !policies.contains(next.text) {
          findings.append(
            nftablesWrong(next.word, "`accept` or `drop`", among: policies)
          )
        }
        if token.text == "type", index == 0, isChain,
          !["filter", "nat", "route"].contains(next.text)
        {
          let names = ["filter", "nat", "route"]
          findings.append(nftablesWrong(next.word, ValueShape.list(names), among: names))
        }
      }
      return findings
    }
  }

  /// One port, a range, or several in braces; names and variables are not looked up.
  private static func ports(behind index: Int, in tokens: [NFTablesToken]) -> [Diagnostic] {
    var place = index + 1
    if place < tokens.count, ["!=", "==", "<", ">", "<=", ">="].contains(tokens[place].text) {
      place += 1
    }
    var words: [Word] = []
    if place < tokens.count, tokens[place].kind == .open {
      place += 1
      while place < tokens.count, tokens[place].kind != .close {
        words.append(tokens[place].word)
        place += 1
      }
    } else if place < tokens.count {
      words.append(tokens[place].word)
    }
    return words.compactMap { word in
      let ends = word.text.split(separator: "-", omittingEmptySubsequences: false)
      guard !ends.isEmpty, ends.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else {
        return nil
      }
      let numbers = ends.map { Int($0) ?? Int.max }
      guard numbers.contains(where: { $0 > 65535 }) || numbers[0] > (numbers.last ?? 0) else {
        return nil
      }
      return nftablesWrong(word, "a port up to 65535, or a range from the lower to the higher")
    }
  }

  /// Digits with dots and at most one `/`: nothing else looks so.
  private static func looksLikeAddress(_ text: String) -> Bool {
    text.count { $0 == "." } >= 3
      && text.utf8.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2F || $0 == 0x2D }
  }

  private static func isNetwork(_ text: String) -> Bool {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 2 { return ends.allSatisfy { IPv4Address($0) != nil } }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, IPv4Address(parts[0]) != nil else { return false }
    return parts.count == 1
      || (Int(parts[1]).map { 0...32 ~= $0 } ?? (IPv4Address(parts[1]) != nil))
  }

  private static func nftablesWrong(
    _ word: Word,
    _ expected: String,
    among names: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      .nftablesType,
      at: word.range,
      "\(expected) is expected, but got `\(word.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
    )
  }
}
