internal import Diagnostics
internal import Languages

/// Checks helpers, timeouts and expectations of connection tracking.
struct NFTablesTracking {
  private(set) var findings: [Diagnostic] = []

  private static let states = [
    "tcp": [
      "syn_sent", "syn_recv", "established", "fin_wait", "close_wait", "last_ack", "time_wait",
      "close",
      "syn_sent2", "retrans", "unack",
    ], "udp": ["unreplied", "replied"],
  ]

  init(_ node: GrammarNode, of family: String, in config: NFTablesConfig) {
    if let net = node.first("Family"), ["ip", "ip6"].contains(family), config.words(net) != family {
      findings.append(.nftablesProtocol(config.range(net), config.words(net), after: family))
    }
    let protocolName = node.first("Protocol").map(config.words) ?? "tcp"
    let states = Self.states[protocolName] ?? []
    for policy in node.all("TimeoutPolicy") {
      let token = config.tokens[policy.tokens.lowerBound]
      if !states.contains(token.text) {
        findings.append(.nftablesUnknown("state of `\(protocolName)`", token, among: states))
      }
    }
    let items = node.children.filter { $0.rule == "ExpectationItem" }
    guard node.rule == "CtExpectation" || !items.isEmpty else { return }
    let names = items.map { config.tokens[$0.tokens.lowerBound].text }
    let missing = ["protocol", "dport", "timeout", "size"].filter { !names.contains($0) }
    if !missing.isEmpty {
      let name = config.tokens[node.tokens.lowerBound + 1]
      findings.append(.nftablesMissing(name.range, missing))
    }
  }
}
