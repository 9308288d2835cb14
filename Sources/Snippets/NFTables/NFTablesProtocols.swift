internal import Diagnostics
internal import Languages

/// What a rule finds out about the protocols of its packets.
extension NFTablesRule {
  private static let transports = [
    "Icmp": "icmp", "Icmp6": "icmpv6", "Igmp": "igmp", "Ah": "ah", "Esp": "esp", "Comp": "comp",
    "Udp": "udp", "Udplite": "udplite", "Tcp": "tcp", "TcpOptionField": "tcp", "Dccp": "dccp",
    "Sctp": "sctp", "SctpChunk": "sctp",
  ]
  private static let extensions = ["Hbh", "Rt0", "Rt2", "Srh", "Frag", "Dst", "Mh", "ExthdrExists"]

  /// Takes up the protocol that an expression needs.
  mutating func require(_ selector: GrammarNode) {
    guard let node = selector.children.first else { return }
    let isVersionSix = node.rule == "Ip6" || Self.extensions.contains(node.rule)
    let needed =
      isVersionSix ? "ip6" : node.rule == "Arp" ? "arp" : node.rule.hasPrefix("Ip") ? "ip" : nil
    if let needed, node.rule != "Ipsec" {
      if let known = network ?? (hasNetworks ? "several" : nil), known != needed {
        findings.append(.nftablesProtocol(config.range(selector), needed, after: known))
      }
      network = network ?? needed
    }
    if node.rule == "Vlan", let link, !["vlan", "8021q", "8021ad"].contains(link) {
      findings.append(.nftablesProtocol(config.range(selector), "vlan", after: link))
    }
    if let finding = misplaced(node) { findings.append(finding) }
    guard let needed = Self.transports[node.rule] else { return }
    if let transport, transport != needed {
      findings.append(.nftablesProtocol(config.range(selector), needed, after: transport))
    }
    transport = needed
  }

  /// Takes up what a comparison says about protocols.
  mutating func learn(_ selector: String, _ compare: GrammarNode) {
    let name = compare.child("CompareOperator").map(config.words) ?? "=="
    guard ["==", "eq"].contains(name), let right = compare.child("Right") else { return }
    let values = right.all("Value").map(config.words)
    switch selector {
    case "meta nfproto" where values.count > 1: hasNetworks = true
    case "meta nfproto", "meta protocol", "ether type":
      guard values.count == 1 else { return }
      if selector == "ether type" { link = values[0] }
      let names = [
        "ipv4": "ip", "2": "ip", "ip": "ip", "ipv6": "ip6", "10": "ip6", "ip6": "ip6", "arp": "arp",
      ]
      network = names[values[0]] ?? network
    case "meta l4proto", "ip protocol", "ip6 nexthdr":
      let names = [
        "1": "icmp", "2": "igmp", "6": "tcp", "17": "udp", "33": "dccp", "50": "esp", "51": "ah",
        "58": "icmpv6", "108": "comp", "132": "sctp", "136": "udplite", "ipv6-icmp": "icmpv6",
      ]
      let word = values.first?.lowercased() ?? ""
      transport = Set(values).count == 1 ? names[word] ?? word : "several"
    default: break
    }
  }
}
