internal import Languages

/// The types of expressions.
extension NFTablesRule {
  func type(ofPart part: GrammarNode) -> ValueType? {
    part.child("Operand").flatMap { type(of: $0) }
  }

  /// The type of an expression; nothing where it depends on more than its words.
  func type(of operand: GrammarNode) -> ValueType? {
    guard let atom = operand.child("Atom") else { return nil }
    if let inner = atom.child("Left") {
      let operands = inner.children.filter { $0.rule == "Operand" }
      return operands.count == 1 ? type(of: operands[0]) : nil
    }
    guard let selector = atom.child("Selector"), let node = selector.children.first else {
      return nil
    }
    let table = NFTablesTable.all
    switch node.rule {
    case "RawPayload": return table.raw(Int(config.tokens[node.tokens.upperBound - 1].text) ?? 0)
    case "TcpOptionField": return typeOfOption(node)
    case "IpOption": return node.child("IpOptionField") == nil ? table.types["boolean"] : nil
    case "ExthdrExists": return table.types["boolean"]
    case "MetaBare": return table.type(of: "meta \(config.words(node))")
    case "Arp":
      let words = config.words(node).split(separator: " ")
      return table.type(of: words.count > 2 ? "arp \(words[1])-\(words[2])" : config.words(node))
    case "CtSelector":
      let words = config.words(node).split(separator: " ")
      if words.contains("ip") { return table.types["ipv4_addr"] }
      if words.contains("ip6") { return table.types["ipv6_addr"] }
      if ["saddr", "daddr"].contains(words.last ?? "") {
        return network.flatMap { table.types[$0 == "ip6" ? "ipv6_addr" : "ipv4_addr"] }
      }
      return table.type(of: "ct \(words.last ?? "")")
    case "Rt":
      let words = config.words(node)
      if words.hasSuffix(" nexthop") {
        let version = node.child("Net").map(config.words) ?? network
        return table.types[version == "ip6" ? "ipv6_addr" : "ipv4_addr"]
      }
      return table.type(of: words)
    case "Fib":
      guard config.words(node).hasSuffix(" type") else { return nil }
      return table.types["fib_addrtype"]
    case "Osf": return table.type(of: "osf name")
    case "Socket":
      return ["transparent", "wildcard"].contains(
        config.words(node).split(separator: " ").last ?? ""
      )
        ? table.integer(1) : table.type(of: config.words(node))
    case "Ipsec":
      let words = config.words(node).split(separator: " ")
      if words.contains("ip") { return table.types["ipv4_addr"] }
      return words.contains("ip6") ? table.types["ipv6_addr"] : table.integer(32)
    default: return table.type(of: config.words(node))
    }
  }

  /// An option by itself is there or not.
  private func typeOfOption(_ node: GrammarNode) -> ValueType? {
    let table = NFTablesTable.all
    if config.tokens[node.tokens.lowerBound + 2].reads("@") {
      return table.raw(Int(config.tokens[node.tokens.upperBound - 1].text) ?? 0)
    }
    let bits = [
      "TcpSize": 16, "TcpEdge": 32, "TcpCount": 8, "TcpStamp": 32, "TcpSubtype": 4, "TcpLength": 8,
    ]
    guard let field = node.children.last, let width = bits[field.rule] else {
      return table.types["boolean"]
    }
    return table.integer(width)
  }
}
