internal import Diagnostics
internal import Languages

/// Where statements send packets, and how they refuse them.
extension NFTablesRule {
  mutating func check(nat node: GrammarNode) {
    let kind = node.child("NatKind")
    guard let target = node.child("NatTarget") else { return }
    if let address = target.child("NatAddress") {
      // Address and port in one value come from a map.
      let net = kind?.child("Net")
      if address.first("MapTarget") == nil {
        check(address: address, named: net, of: node)
      } else if let version = net.map(config.words) ?? network {
        check(map: address, of: version)
      } else {
        needNetwork(node)
      }
    }
    if let port = target.child("NatPort") { check(port: port) }
  }

  /// An address needs a version, which `inet` alone does not give.
  mutating func check(address: GrammarNode, named net: GrammarNode?, of node: GrammarNode) {
    if let net, let network, config.words(net) != network {
      findings.append(.nftablesProtocol(config.range(net), config.words(net), after: network))
      return
    }
    guard let network = net.map(config.words) ?? network else {
      needNetwork(node)
      return
    }
    guard let type = NFTablesTable.all.types[network == "ip6" ? "ipv6_addr" : "ipv4_addr"] else {
      return
    }
    checkConstants(address, of: type)
    if node.rule == "Tproxy", findings.isEmpty { needTransport(config.range(node)) }
  }

  /// The values of a map are addresses, each with a port behind it or without.
  private mutating func check(map address: GrammarNode, of version: String) {
    guard let type = NFTablesTable.all.types[version == "ip6" ? "ipv6_addr" : "ipv4_addr"],
      let block = address.first("MapTarget")?.child("SetExpression")
    else { return }
    for member in block.all("Member") {
      guard let data = member.child("Right1"), let first = data.child("RightItem") else { continue }
      let count = findings.count
      for value in first.all("Value") { check(value: value, of: type) }
      if findings.count == count, data.children.count > 1 { needTransport(config.range(data)) }
      if findings.count > count { return }
    }
  }

  mutating func check(port: GrammarNode) {
    guard transport != nil else {
      needTransport(config.range(port))
      return
    }
    if let type = NFTablesTable.all.types["inet_service"] { checkConstants(port, of: type) }
  }

  private mutating func checkConstants(_ value: GrammarNode, of type: ValueType) {
    guard value.first("MapTarget") == nil, value.first("Selector") == nil else { return }
    for constant in value.all("Value") { check(value: constant, of: type) }
  }

  mutating func needTransport(_ range: Range<Int>) {
    guard transport == nil else { return }
    findings.append(.nftablesNeedsTransport(range))
  }

  private mutating func needNetwork(_ node: GrammarNode) {
    findings.append(.nftablesNeedsNetwork(config.tokens[node.tokens.lowerBound]))
  }

  // MARK: Refusals

  mutating func check(reject node: GrammarNode) {
    if network == "arp" {
      let word = config.tokens[node.tokens.lowerBound]
      findings.append(.nftablesProtocol(word.range, "reject", after: "arp"))
      return
    }
    guard let with = node.child("RejectWith") else { return }
    let words = config.words(with).split(separator: " ").map(String.init)
    if words[0] == "tcp" {
      guard let transport, !["tcp", "several"].contains(transport) else { return }
      findings.append(.nftablesProtocol(config.range(with), "tcp", after: transport))
      return
    }
    let needed = ["icmp": "ip", "icmpv6": "ip6"][words[0]]
    if let needed, let network, network != needed {
      findings.append(.nftablesProtocol(config.range(with), needed, after: network))
      return
    }
    guard let code = with.child("RejectCode"),
      let type = NFTablesTable.all.types["\(words[0])_code"]
    else { return }
    let token = config.tokens[code.tokens.lowerBound]
    guard token.kind == .name, !type.words.contains(token.text) else { return }
    findings.append(.nftablesValue(token, ValueShape.list(type.words), among: type.words))
  }
}
