internal import Diagnostics
internal import Languages

/// Checks the statements of a rule in their order, with the protocols that they have found out.
struct NFTablesRule {
  typealias ValueType = NFTablesTable.ValueType

  let config: NFTablesConfig
  let family: String
  let sets: [String: NFTablesRuleset.NamedSet]
  var findings: [Diagnostic] = []
  /// `ip`, `ip6` or `arp`, where only one is left.
  var network: String?
  /// Whether a set has left several of them.
  var hasNetworks = false
  /// The transport protocol, where only one is left; `several` where some are.
  var transport: String?
  /// What the frame holds, where it has been compared.
  var link: String?

  init(_ config: NFTablesConfig, family: String, sets: [String: NFTablesRuleset.NamedSet]) {
    self.config = config
    self.family = family
    self.sets = sets
    network = ["ip", "ip6", "arp"].contains(family) ? family : nil
  }

  mutating func check(_ rule: GrammarNode) {
    let statements = rule.children.filter { $0.rule == "Statement" }
    for (statement, next) in zip(statements, statements.dropFirst()) {
      guard let kind = statement.children.first, isTerminal(kind) else { continue }
      findings.append(.nftablesAfter(config.range(next), config.tokens[kind.tokens.lowerBound]))
      return
    }
    for statement in statements {
      let count = findings.count
      if let jump = statement.child("ChainJump") {
        checkBlock(jump)
        continue
      }
      for selector in statement.all("Selector") { require(selector) }
      if findings.count == count, let kind = statement.children.first { check(statement: kind) }
    }
  }

  /// Each rule of a chain without a name begins with what is known here.
  private mutating func checkBlock(_ jump: GrammarNode) {
    for inner in jump.all("Rule") {
      var rule = self
      rule.findings = []
      rule.check(inner)
      findings += rule.findings
    }
  }

  private func isTerminal(_ node: GrammarNode) -> Bool {
    switch node.rule {
    case "Verdict": config.words(node) != "continue"
    case "ChainJump", "Reject", "Nat", "Masquerade", "Redirect", "Queue": true
    default: false
    }
  }

  // MARK: Statements

  private mutating func check(statement node: GrammarNode) {
    switch node.rule {
    case "Match": check(match: node)
    case "SetStatement":
      if let name = node.child("SetTarget")?.child("SetReference"),
        let types = set(of: name)?.types, let key = node.child("Key")
      {
        compare(key.children.map { type(ofPart: $0) }, with: types, at: config.range(key))
      }
    case "TcpOption":
      if let finding = option(node) { findings.append(finding) }
    case "Nat": check(nat: node)
    case "Masquerade", "Redirect", "Tproxy":
      if let port = node.first("NatPort") { check(port: port) }
      if let address = node.first("NatAddress") {
        check(address: address, named: node.child("Net"), of: node)
      } else if node.rule == "Tproxy" {
        needTransport(config.range(node))
      }
    case "Reject": check(reject: node)
    case "Log": check(log: node)
    case "Queue": check(queue: node)
    default: break
    }
  }

  private mutating func check(match node: GrammarNode) {
    guard let left = node.child("Left") else { return }
    let types = left.children.filter { $0.rule == "Operand" }.map { type(of: $0) }
    if left.children.count > 1, let address = directedAddress(in: left) {
      findings.append(.nftablesNeedsVersion(config.range(address), config.words(address)))
      return
    }
    for (operand, type) in zip(left.children, types) {
      if let type { check(masks: operand, of: type) }
    }
    if let target = left.child("MapTarget") {
      check(target: target, of: types)
      return
    }
    if let map = node.child("VerdictMap") {
      if let name = map.child("SetReference") {
        compareSet(name, with: types)
      } else {
        for element in map.all("Element") { check(element: element, of: types) }
        findings += NFTablesIntervals(map.all("Element"), in: config).findings
      }
    } else if let value = node.child("StatementValue") {
      if value.first("MapTarget") != nil, let address = directedAddress(in: value) {
        findings.append(.nftablesNeedsVersion(config.range(address), config.words(address)))
        return
      }
      // The context of SELinux is the name of an object.
      if let type = types.first ?? nil, !config.words(left).hasSuffix("secmark") {
        check(set: value, to: type)
      }
    } else if let compare = node.child("Compare"), let right = compare.child("Right") {
      check(right: right, of: types)
      if let sign = compare.child("CompareOperator"), ["!", "not"].contains(config.words(sign)),
        left.first("BitOperator") != nil
          || types.contains(where: { $0.map { !$0.isBitmask } ?? false })
      {
        findings.append(.nftablesNegation(config.range(sign)))
      }
      if left.children.count == 1 { learn(config.words(left), compare) }
    }
  }

  /// What an expression is masked with has its type; what it is shifted by has not.
  private mutating func check(masks operand: GrammarNode, of type: ValueType) {
    let signs = operand.children.filter { $0.rule == "BitOperator" }.map(config.words)
    guard !signs.contains(where: { ["<<", ">>", "lshift", "rshift"].contains($0) }) else { return }
    for atom in operand.children where atom.rule == "RightAtom" {
      for value in atom.all("Value") { check(value: value, of: type) }
    }
  }

  private mutating func check(set value: GrammarNode, to type: ValueType) {
    guard value.children.allSatisfy({ ["SetItem1", "SetPart"].contains($0.rule) }) else { return }
    for atom in value.all("SetAtom") {
      if let value = atom.child("Value") { check(value: value, of: type) }
    }
  }

  private mutating func check(right: GrammarNode, of types: [ValueType?]) {
    if let name = right.child("SetReference") {
      compareSet(name, with: types)
      return
    }
    if let block = right.child("SetExpression") {
      for element in block.all("Element") { check(element: element, of: types) }
    }
    if let item = right.child("Right1") {
      guard types.count == 1 else {
        // A variable may hold a set.
        if item.first("Variable") == nil {
          findings.append(.nftablesSetExpected(config.range(item)))
        }
        return
      }
      check(items: item, of: types)
    }
    guard types.count == 1, let type = types[0] else { return }
    if let extra = right.child("RightPart"), !type.isBitmask {
      findings.append(.nftablesList(config.range(right.children[0]), config.range(extra)))
      return
    }
    for part in right.children where part.rule == "RightPart" { check(part: part, of: type) }
  }

  mutating func check(elements block: GrammarNode, of set: NFTablesRuleset.NamedSet) {
    if set.leadsToVerdicts {
      let names = ["accept", "drop", "continue", "return", "jump", "goto"]
      for value in block.all("Member").compactMap({ $0.child("Right1") }) {
        let token = config.tokens[value.tokens.lowerBound]
        findings.append(.nftablesValue(token, "a verdict such as `accept`", among: names))
      }
    }
    guard let types = set.types else { return }
    for element in block.all("Element") {
      let count = findings.count
      check(element: element, of: types)
      guard findings.count == count, !set.hasIntervals, let items = element.child("Right1"),
        let range = items.children.lazy.compactMap({ $0.child("Range") ?? $0.child("Prefix") })
          .first
      else { continue }
      let item = items.children.first { $0.tokens.contains(range.tokens.lowerBound) } ?? items
      findings.append(.nftablesInterval(config.range(item)))
    }
  }

  private mutating func check(element: GrammarNode, of types: [ValueType?]) {
    guard let items = element.child("Right1") else { return }
    check(items: items, of: types)
  }

  mutating func check(items: GrammarNode, of types: [ValueType?]) {
    let parts = items.children.filter { $0.rule == "RightItem" }
    guard parts.count == types.count || parts.contains(where: { $0.first("Variable") != nil })
    else {
      findings.append(.nftablesParts(config.range(items), parts.count, types.count))
      return
    }
    for (part, type) in zip(parts, types) {
      guard let type else { continue }
      check(item: part, of: type)
    }
  }

  private mutating func check(item: GrammarNode, of type: ValueType) {
    let count = findings.count
    for part in item.all("RightPart") { check(part: part, of: type) }
    guard findings.count == count else { return }
    if let prefix = item.child("Prefix") {
      let length = Int(config.tokens[prefix.tokens.upperBound - 1].text) ?? .max
      if type.bits > 0, length > type.bits {
        findings.append(.nftablesWrong(config.range(item), config.words(item), type))
      }
    }
    if let range = item.child("Range"),
      let low = NFTablesValue.order(of: config.words(item.children[0])),
      let high = NFTablesValue.order(of: config.words(range.children[0])), low > high
    {
      findings.append(.nftablesRange(config.range(item), config.words(item)))
    }
  }

  private mutating func check(part: GrammarNode, of type: ValueType) {
    for value in part.all("Value") { check(value: value, of: type) }
  }

  mutating func check(value: GrammarNode, of type: ValueType) {
    guard value.children.isEmpty else { return }
    let token = config.tokens[value.tokens.lowerBound]
    guard let (expected, names) = NFTablesValue.mistake(in: token, of: type) else { return }
    findings.append(.nftablesValue(token, expected, among: names))
  }

  mutating func check(target: GrammarNode, of types: [ValueType?]) {
    if let name = target.child("SetReference") { compareSet(name, with: types) }
    guard let block = target.child("SetExpression") else { return }
    for element in block.all("Element") { check(element: element, of: types) }
  }

  // MARK: Sets

  func set(of name: GrammarNode) -> NFTablesRuleset.NamedSet? {
    sets[config.tokens[name.tokens.upperBound - 1].text]
  }

  private mutating func compareSet(_ name: GrammarNode, with types: [ValueType?]) {
    guard let expected = set(of: name)?.types else { return }
    compare(types, with: expected, at: config.range(name))
  }

  private mutating func compare(
    _ types: [ValueType?],
    with expected: [ValueType],
    at range: Range<Int>
  ) {
    let isSame =
      types.count == expected.count
      && zip(types, expected).allSatisfy { $0.map { $0.name } ?? $1.name == $1.name }
    guard !isSame else { return }
    let known = types.map { $0?.name ?? "?" }.joined(separator: " . ")
    let wanted = expected.map(\.name).joined(separator: " . ")
    findings.append(.nftablesSetType(range, wanted, known))
  }
}
