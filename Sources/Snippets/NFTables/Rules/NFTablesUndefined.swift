internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesUndefined = Rule(
    "nftables/undefined",
    reports: "A set, a chain, a variable or another object that the file does not declare.",
    why: "nft rejects the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("ip saddr @admins accept")),
    fixed: .nftables(
      "define admins = { 10.0.0.1, 10.0.0.2 }\n"
        + Rule.Example.nftablesFile("ip saddr $admins accept")
    )
  )
}

extension Diagnostic {
  /// What is included may declare anything, and what commands name may be there already.
  static func nftablesUndefined(in config: NFTablesConfig) -> [Diagnostic] {
    guard !config.includesOthers else { return [] }
    return nftablesVariables(in: config)
      + config.file.all("Table").flatMap { table -> [Diagnostic] in
        let name = config.tokens[(table.child("TableSpec") ?? table).tokens.upperBound - 1].text
        let names = config.tables[name] ?? NFTablesConfig.Names()
        return undefined(table, "chain", "ChainName", names.chains, in: config)
          + undefined(table, "set", "SetReference", names.sets, in: config)
          + ["CounterStatement", "LimitStatement", "QuotaStatement", "SynproxyStatement"]
          .flatMap { table.all($0) }.compactMap { statement in
            statement.child("StatementValue").flatMap { object($0, names.objects, in: config) }
          }
      }
  }

  private static func undefined(
    _ table: GrammarNode,
    _ noun: String,
    _ rule: String,
    _ names: [String],
    in config: NFTablesConfig
  ) -> [Diagnostic] {
    table.all(rule).compactMap { node in
      guard node.first("Variable") == nil else { return nil }
      return nftablesUndefined(noun, config.tokens[node.tokens.upperBound - 1], names)
    }
  }

  private static func object(
    _ value: GrammarNode,
    _ names: [String],
    in config: NFTablesConfig
  ) -> Diagnostic? {
    guard value.tokens.count == 1 else { return nil }
    return nftablesUndefined("object", config.tokens[value.tokens.lowerBound], names)
  }

  /// A variable has a value from its definition on.
  private static func nftablesVariables(in config: NFTablesConfig) -> [Diagnostic] {
    let names = config.variables.map(\.name)
    return config.tokens.indices.dropLast().compactMap { index in
      let token = config.tokens[index + 1]
      guard config.tokens[index].reads("$"), token.kind == .name,
        !config.variables.contains(where: { $0.name == token.text && $0.token < index })
      else { return nil }
      return nftablesUndefined("variable", token, names.filter { $0 != token.text })
    }
  }

  private static func nftablesUndefined(
    _ noun: String,
    _ token: GrammarToken,
    _ names: [String]
  ) -> Diagnostic? {
    guard !names.contains(token.text) else { return nil }
    return Diagnostic(
      .nftablesUndefined,
      at: token.range,
      "undefined \(noun) `\(token.text)`",
      fixes: .replacements(NameIndex(names).nearest(to: token.text), at: token.range)
    )
    .about(.missing(token.text))
  }
}
