internal import Diagnostics
internal import Languages

extension Format {
  /// Rulesets of nftables.
  static let nftables = Format(
    rules: [.nftablesSyntax],
    checks: [
      Check(.nftablesUndefined, find: Diagnostic.nftablesUndefined),
      Check(.nftablesType, .nftablesConflict, find: Diagnostic.nftablesRules),
      Check(.nftablesFlush, find: Diagnostic.nftablesFlush),
    ]
  ) { reading in
    let config = reading.read(by: NFTablesConfig.init)
    return Outcome(config, config.diagnostics)
  }
}

/// A ruleset as nft reads it.
struct NFTablesConfig: Sendable {
  /// The names that a table has.
  struct Names: Sendable {
    var chains: [String] = []
    var sets: [String] = []
    /// Counters, quotas and the like.
    var objects: [String] = []
  }

  let tokens: [GrammarToken]
  let file: GrammarNode
  /// What the tables of each name have.
  private(set) var tables: [String: Names] = [:]
  /// The variables that are set, each with the token that names it.
  private(set) var variables: [(name: String, token: Int)] = []
  /// Whether names may be in files that are not seen.
  private(set) var includesOthers = false
  /// Quotes that are not closed, and what no form of the grammar fits.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: [UInt8]) {
    let lexer = NFTablesTokens(text)
    tokens = lexer.tokens
    var parser = GrammarParser(NFTablesTable.grammar, tokens)
    file = parser.read(as: "File")
    diagnostics = lexer.diagnostics
    // A text that is not closed takes the rest of its line with it, and a brace there all that follows.
    let open = lexer.diagnostics.map(\.location.range)
    for mistake in parser.mistakes {
      let start = tokens[mistake.start].range.lowerBound
      let place = tokens[mistake.token].range.lowerBound
      let follows = open.contains { string in
        start <= string.lowerBound
          && !text[start..<string.lowerBound].contains(UInt8(ascii: "\n"))
          || place > string.lowerBound && text[string].contains(UInt8(ascii: "{"))
      }
      if !follows { diagnostics.append(.nftablesSyntax(mistake, in: tokens)) }
    }
    diagnostics = Self.withOneBrace(diagnostics)
    findNames()
  }

  /// One brace too many or too few leaves others without their half, and chains outside of tables.
  private static func withOneBrace(_ findings: [Diagnostic]) -> [Diagnostic] {
    let first = findings.firstIndex { $0.damage == .rest }
    return findings.enumerated().filter { $0.offset == first || $0.element.damage != .rest }.map(
      \.element
    )
  }

  /// The tokens of a node, with spaces between.
  func words(_ node: GrammarNode) -> String {
    tokens[node.tokens].map(\.text).joined(separator: " ")
  }

  /// The bytes of a node.
  func range(_ node: GrammarNode) -> Range<Int> {
    guard let last = node.tokens.last else { return tokens[node.tokens.lowerBound].range }
    return tokens[node.tokens.lowerBound].range.lowerBound..<tokens[last].range.upperBound
  }

  // MARK: Names

  private static let families = ["ip", "ip6", "inet", "arp", "bridge", "netdev"]
  private static let objects = [
    "counter", "quota", "limit", "secmark", "synproxy", "helper", "timeout", "expectation",
  ]

  /// Names are taken from the tokens, so that one in a part that is wrong is known, too.
  private mutating func findNames() {
    var table = ""
    for (index, token) in tokens.enumerated() where token.kind == .name {
      if token.text == "include" { includesOthers = true }
      if ["define", "redefine"].contains(token.text), index + 1 < tokens.count {
        variables.append((tokens[index + 1].text, index + 1))
      }
      var names = tokens[(index + 1)...].prefix(4).prefix { $0.kind == .name }.map(\.text)
      if let first = names.first, Self.families.contains(first) { names.removeFirst() }
      guard let name = names.first else { continue }
      if token.text == "table" {
        // A family that is misspelt is no name.
        table = names.count == 2 ? names[1] : name
        tables[table, default: Names()].chains += []
        continue
      }
      let (owner, own) = names.count > 1 ? (names[0], names[1]) : (table, name)
      switch token.text {
      case "chain": tables[owner, default: Names()].chains.append(own)
      case "set", "map", "meter", "flowtable": tables[owner, default: Names()].sets.append(own)
      case _ where Self.objects.contains(token.text):
        tables[owner, default: Names()].objects.append(own)
      default: break
      }
    }
  }
}
