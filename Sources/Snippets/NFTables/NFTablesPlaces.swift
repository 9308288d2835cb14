internal import Diagnostics
internal import Languages

/// Where expressions are allowed, and which of their parts exclude each other.
extension NFTablesRule {
  /// What is wrong with an expression itself, whatever it is compared with.
  func misplaced(_ node: GrammarNode) -> Diagnostic? {
    let words = config.words(node).split(separator: " ").map(String.init)
    switch node.rule {
    case "MetaSelector", "MetaBare":
      let key = words.last ?? ""
      if key == "nfproto", family != "inet" {
        return .nftablesFamily(config.range(node), config.words(node), ["inet"], family)
      }
      let ofBridges = ["ibrname", "obrname", "ibrpvid", "ibrvproto", "ibridgename", "obridgename"]
      if ofBridges.contains(key), family != "bridge" {
        return .nftablesFamily(config.range(node), config.words(node), ["bridge"], family)
      }
    case "Fib": return fib(node, Array(words.dropFirst().dropLast()))
    case "CtSelector", "Rt":
      if let net = node.first("Net"), let network, config.words(net) != network {
        return .nftablesProtocol(config.range(node), config.words(net), after: network)
      }
      if node.rule == "Rt" {
        guard words.last == "nexthop", words.count == 2, network == nil else { return nil }
        return .nftablesNeedsVersion(config.range(node), config.words(node))
      }
      guard words.contains("original") || words.contains("reply"), node.child("CtKey") != nil,
        ["saddr", "daddr"].contains(words.last), words.count == 3, network == nil
      else { return nil }
      return .nftablesNeedsVersion(config.range(node), config.words(node))
    case "TcpOptionField": return node.child("TcpOption").flatMap { option($0) }
    case "Ipsec": return spi(node)
    default: break
    }
    return nil
  }

  /// A direction's address whose version only the context tells.
  func directedAddress(in node: GrammarNode) -> GrammarNode? {
    node.all("CtSelector").first { selector in
      let words = config.words(selector).split(separator: " ")
      return words.count == 3 && ["original", "reply"].contains(words[1])
        && ["saddr", "daddr"].contains(words[2])
    }
  }

  private func fib(_ node: GrammarNode, _ words: [String]) -> Diagnostic? {
    let keys = words.filter { $0 != "." }
    for pair in [["saddr", "daddr"], ["iif", "oif"]] where pair.allSatisfy(keys.contains) {
      return .nftablesExclusive(config.range(node), pair[0], pair[1])
    }
    guard !keys.contains("saddr"), !keys.contains("daddr") else { return nil }
    return .nftablesFib(config.range(node))
  }

  /// An option by its number.
  func option(_ node: GrammarNode) -> Diagnostic? {
    let token = config.tokens[node.tokens.lowerBound]
    guard token.kind == .number else { return nil }
    return NFTablesValue.mistake(in: token, of: NFTablesTable.all.integer(8)).map {
      .nftablesValue(token, $0.0, among: [])
    }
  }

  private func spi(_ node: GrammarNode) -> Diagnostic? {
    let number = config.tokens[node.tokens].first { $0.kind == .number }
    guard let number,
      let mistake = NFTablesValue.mistake(in: number, of: NFTablesTable.all.integer(8))
    else { return nil }
    return .nftablesValue(number, mistake.0, among: [])
  }

  // MARK: Statements

  /// Settings of the kernel's log and of the one that a program reads exclude each other.
  mutating func check(log node: GrammarNode) {
    let settings = node.children.filter { $0.rule == "LogSetting" }
    func first(_ names: [String]) -> GrammarNode? {
      settings.first { names.contains(config.tokens[$0.tokens.lowerBound].text) }
    }
    let level = first(["level"])
    if let group = first(["group", "snaplen", "queue-threshold"]) {
      guard let other = level ?? first(["flags"]) else { return }
      let name = config.tokens[other.tokens.lowerBound].text
      findings.append(
        .nftablesExclusive(config.range(group), config.tokens[group.tokens.lowerBound].text, name)
      )
    } else if let level, config.words(level).hasSuffix(" audit"), settings.count > 1,
      let other = settings.first(where: { $0.tokens != level.tokens })
    {
      let name = config.tokens[other.tokens.lowerBound].text
      findings.append(.nftablesExclusive(config.range(other), "level audit", name))
    }
  }

  /// Queues have numbers of 16 bits, and packets fan out over several alone.
  mutating func check(queue node: GrammarNode) {
    let type = NFTablesTable.all.integer(16)
    let isFanned = node.all("QueueFlag").contains { config.words($0) == "fanout" }
    if let range = node.first("QueueRange") {
      let numbers = range.children.map { config.tokens[$0.tokens.upperBound - 1] }
      for number in numbers where number.kind == .number {
        if let (expected, _) = NFTablesValue.mistake(in: number, of: type) {
          findings.append(.nftablesValue(number, expected, among: []))
          return
        }
      }
      let ends = numbers.compactMap { NFTablesValue.order(of: $0.text) }
      if ends.count == 2, ends[0] > ends[1] {
        findings.append(.nftablesRange(config.range(range), config.words(range)))
      } else if isFanned, numbers.count == 1, range.first("Variable") == nil {
        findings.append(.nftablesFanout(config.range(range)))
      }
    } else if let target = node.child("QueueTarget"), isFanned, target.child("MapTarget") == nil {
      findings.append(.nftablesFanout(config.range(target)))
    } else if let target = node.child("QueueTarget"), target.child("MapTarget") == nil {
      let numbers = config.tokens[target.tokens].filter { $0.kind == .number }
        .compactMap { NFTablesValue.order(of: $0.text) }
      guard numbers.reduce(0, +) > 65536 else { return }
      findings.append(.nftablesQueue(config.range(target)))
    }
  }
}
