internal import Diagnostics
internal import Languages

extension Format {
  /// Rulesets of nftables.
  static let nftables = Format(
    rules: [.nftablesSyntax],
    checks: [
      Check(.nftablesUndefined, find: Diagnostic.nftablesUndefined),
      Check(.nftablesType, find: Diagnostic.nftablesValues),
      Check(.nftablesFlush, find: Diagnostic.nftablesFlush),
    ]
  ) { reading in
    let config = reading.read(by: NFTablesConfig.init)
    return Outcome(config, config.diagnostics)
  }
}

/// A ruleset: its tables with what they declare, and the statements of their chains.
struct NFTablesConfig {
  /// A table with the names that stand in it.
  struct Table: Sendable {
    var name: String
    var chains: [String] = []
    /// Sets, maps and other objects with a name.
    var sets: [String] = []
    var statements: [Statement] = []
  }

  /// The tokens of a rule or a setting of a chain or a set.
  struct Statement: Sendable {
    var tokens: [NFTablesToken]
  }

  private(set) var tables: [Table] = []
  /// Statements outside of tables.
  private(set) var commands: [Statement] = []
  /// Variables that `define` sets.
  private(set) var variables: [String] = []
  /// Whether names may stand in files that are not seen.
  private(set) var includesOthers = false
  /// Quotes and braces that are wrong.
  private(set) var diagnostics: [Diagnostic] = []

  private static let objects = [
    "set", "map", "flowtable", "counter", "quota", "limit", "ct", "secmark", "synproxy",
  ]

  init(_ text: [UInt8]) {
    let outcome = NFTablesToken.read(text)
    diagnostics = outcome.diagnostics
    var table: Int?
    var open: [(isBlock: Bool, brace: Word)] = []
    var statement: [NFTablesToken] = []
    func finish() {
      defer { statement = [] }
      guard let first = statement.first else { return }
      if first.text == "define" || first.text == "redefine", statement.count > 1 {
        variables.append(statement[1].text)
      }
      if first.text == "include" { includesOthers = true }
      if let table {
        tables[table].statements.append(Statement(tokens: statement))
      } else {
        commands.append(Statement(tokens: statement))
      }
    }
    for token in outcome.value {
      switch token.kind {
      case .separator where open.last?.isBlock ?? true: finish()
      case .separator: break
      case .open:
        let first = statement.first?.text ?? ""
        let isBlock =
          statement.allSatisfy { $0.kind == .word }
          && (["table", "chain"] + Self.objects).contains(first)
          && !statement.contains { $0.text == "=" } && (first == "table") == (table == nil)
        open.append((isBlock, token.word))
        guard isBlock else {
          statement.append(token)
          break
        }
        let name = statement.last?.text ?? ""
        if first == "table" {
          table = tables.firstIndex { $0.name == name }
          if table == nil {
            table = tables.count
            tables.append(Table(name: name))
          }
        } else if let table {
          if first == "chain" {
            tables[table].chains.append(name)
          } else {
            tables[table].sets.append(name)
          }
        }
        statement = []
      case .close:
        guard let last = open.popLast() else {
          diagnostics.append(.nftablesBrace(closing: token.word))
          break
        }
        if last.isBlock {
          finish()
          if open.isEmpty { table = nil }
        } else {
          statement.append(token)
        }
      case .word, .string: statement.append(token)
      }
    }
    finish()
    diagnostics += open.map { .nftablesBrace(opening: $0.brace) }
  }

  /// Every statement with the table that it stands in, if any.
  var statements: [(statement: Statement, table: Table?)] {
    commands.map { ($0, nil) } + tables.flatMap { table in table.statements.map { ($0, table) } }
  }
}
