internal import Diagnostics
internal import Languages
internal import Text

/// Goes through a ruleset and checks what the grammar alone cannot.
struct NFTablesRuleset {
  typealias ValueType = NFTablesTable.ValueType

  /// A set of a table.
  struct NamedSet {
    /// The types of its keys; nothing where they are those of an expression.
    var types: [ValueType]?
    var hasIntervals: Bool
    /// Whether it leads from keys to verdicts.
    var leadsToVerdicts: Bool
  }

  let config: NFTablesConfig
  private(set) var findings: [Diagnostic] = []
  /// The sets of each table, by its name.
  private var tables: [String: [String: NamedSet]] = [:]
  private var table = ""
  private var family = ""
  private var currentSet: NamedSet?

  init(_ config: NFTablesConfig) {
    self.config = config
    for line in config.file.children { check(line) }
  }

  private mutating func check(_ node: GrammarNode) {
    switch node.rule {
    case "Table":
      enter(node.child("TableSpec"), name: -1)
      for item in node.children {
        if let set = item.child("Set") ?? item.child("Map") { declare(set) }
      }
      for child in node.children { check(child) }
    case "ChainCommand", "SetCommand", "MapCommand", "Elements", "Place":
      enter(node.child("InTable"), name: -2)
      if node.rule == "SetCommand" || node.rule == "MapCommand" { declare(node) }
      if node.rule == "Elements", let block = node.child("SetBlock"),
        let set = tables[table]?[config.tokens[node.children[0].tokens.upperBound - 1].text]
      {
        check(block, of: set)
      }
      for child in node.children { check(child) }
    case "Defined": checkAddresses(node)
    case "CtHelper", "CtTimeout", "CtExpectation", "CtObject": findings += objects(node)
    case "Hook": checkHook(node)
    case "SetItem", "MapItem":
      if let block = node.child("SetBlock"), let set = currentSet { check(block, of: set) }
    case "Set", "Map":
      currentSet = tables[table]?[config.tokens[node.tokens.lowerBound + 1].text]
      for child in node.children { check(child) }
    case "Rule":
      var rule = NFTablesRule(config, family: family, sets: tables[table] ?? [:])
      rule.check(node)
      findings += rule.findings
    default: for child in node.children { check(child) }
    }
  }

  /// Goes on in the table that a node names.
  ///
  /// - Parameters:
  ///   - node: the family, and the names.
  ///   - name: the place of the table's name, from the end.
  private mutating func enter(_ node: GrammarNode?, name: Int) {
    guard let node else { return }
    family = node.child("Family").map(config.words) ?? "ip"
    table = config.tokens[node.tokens.upperBound + name].text
    guard let foreign = node.child("Foreign") else { return }
    let families = ["ip", "ip6", "inet", "arp", "bridge", "netdev"]
    let word = config.tokens[foreign.tokens.lowerBound]
    findings.append(.nftablesUnknown("family", word, among: families))
    // What holds in every family is left to check.
    family = "inet"
  }

  /// The type of a variable is not known, but numbers with several dots can only be addresses.
  private mutating func checkAddresses(_ node: GrammarNode) {
    guard let type = NFTablesTable.all.types["ipv4_addr"] else { return }
    for token in config.tokens[node.tokens] where token.text.contains(".") && token.kind != .quoted
    {
      guard token.text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
        token.text != ".",
        let (expected, _) = NFTablesValue.mistake(in: token, of: type)
      else { continue }
      findings.append(.nftablesValue(token, expected, among: []))
    }
  }

  /// What is wrong with the settings of an object of connection tracking.
  private func objects(_ node: GrammarNode) -> [Diagnostic] {
    NFTablesTracking(node, of: family, in: config).findings
  }

  // MARK: Sets

  private mutating func declare(_ node: GrammarNode) {
    let items = node.children
    let flags = items.flatMap { $0.all("SetFlag") }.map(config.words)
    let lists = items.flatMap { $0.children.filter { $0.rule == "TypeList" } }
    let types = lists.map { self.types(of: $0) }
    let name = config.tokens[(node.child("InTable") ?? node).tokens.last ?? 0].text
    let own = node.child("InTable") == nil ? config.tokens[node.tokens.lowerBound + 1].text : name
    let set = NamedSet(
      types: types.first ?? nil,
      hasIntervals: flags.contains("interval"),
      leadsToVerdicts: lists.count > 1 && config.words(lists[1]) == "verdict"
    )
    tables[table, default: [:]][own] = set
    currentSet = set
  }

  /// The types that a list names; nothing where one is not known.
  private mutating func types(of list: GrammarNode) -> [ValueType]? {
    var types: [ValueType] = []
    for name in list.children {
      let word = config.tokens[name.tokens.lowerBound]
      guard let type = NFTablesTable.all.types[word.text] else {
        // A map leads to a verdict, too.
        if word.text == "verdict" { return nil }
        let names = NFTablesTable.all.types.keys.sorted()
        findings.append(.nftablesUnknown("type", word, among: names))
        return nil
      }
      types.append(type)
    }
    return types
  }

  private mutating func check(_ block: GrammarNode, of set: NamedSet) {
    var rule = NFTablesRule(config, family: family, sets: tables[table] ?? [:])
    rule.check(elements: block, of: set)
    findings += rule.findings
  }

  // MARK: Hooks

  /// Which types and hooks a family has, after `nf_tables` of Linux.
  private mutating func checkHook(_ node: GrammarNode) {
    guard let type = node.child("ChainType"), let hook = node.child("HookName") else { return }
    let (typeName, hookName) = (config.words(type), config.words(hook))
    let five = ["prerouting", "input", "forward", "output", "postrouting"]
    let hooks: [String]
    switch family {
    case "inet": hooks = five + ["ingress"]
    case "arp": hooks = ["input", "output"]
    case "netdev": hooks = ["ingress", "egress"]
    default: hooks = five
    }
    guard hooks.contains(hookName) else {
      findings.append(.nftablesChain(config.range(hook), "hook", hookName, hooks, family))
      return
    }
    let isRouted = ["ip", "ip6", "inet"].contains(family)
    let ofType = ["nat": five.filter { $0 != "forward" }, "route": ["output"]]
    if typeName != "filter", !isRouted {
      findings.append(
        .nftablesChain(config.range(type), "chain type", typeName, ["filter"], family)
      )
    } else if let allowed = ofType[typeName], !allowed.contains(hookName) {
      findings.append(.nftablesHook(config.range(hook), typeName, hookName, allowed))
    }
    guard let name = node.child("Priority")?.child("PriorityName") else { return }
    let priority = config.words(name)
    let isRight =
      switch (family, priority) {
      case ("bridge", "filter"): true
      case ("bridge", "dstnat"): hookName == "prerouting"
      case ("bridge", "out"): hookName == "output"
      case ("bridge", "srcnat"): hookName == "postrouting"
      case ("bridge", _), (_, "out"): false
      case ("arp", _), ("netdev", _): priority == "filter"
      case (_, "dstnat"): hookName == "prerouting"
      case (_, "srcnat"): hookName == "postrouting"
      default: true
      }
    if !isRight {
      findings.append(.nftablesPriority(config.range(name), priority, hookName, family))
    }
  }
}
