internal import Diagnostics

/// What the hand-written tables of a catalog say.
struct WrittenTables: Sendable {
  private(set) var refusals: [VariableRefusal] = []
  private(set) var advice = VariableAdvice()
  private(set) var conflicts: [ConflictingVariables] = []
  private(set) var ends: [FileEnd] = []
  private(set) var hints: [String: VariableHint] = [:]
  private(set) var mistakes: [CatalogMistake] = []
  /// The variables that the tables name.
  private(set) var mentions: [WrittenRows.Mention] = []

  /// Reads the tables, any of which may be missing.
  init(_ tables: [WrittenTable: [UInt8]]) {
    for table in WrittenTable.allCases {
      guard let bytes = tables[table] else { continue }
      var rows = WrittenRows(bytes, of: table)
      switch table {
      case .refusals: refusals = VariableRefusal.read(&rows)
      case .advice: advice = VariableAdvice.read(&rows)
      case .conflicts: conflicts = ConflictingVariables.read(&rows)
      case .ends: ends = VariableEnd.read(&rows)
      case .hints: hints = VariableHint.read(&rows)
      }
      mistakes += rows.mistakes
      mentions += rows.mentions
    }
  }

  /// The notes beside refusals of variables that no refusal has, which nobody would see.
  var unusedNotes: [CatalogMistake] {
    let refused = Set(refusals.flatMap(\.conditions).map(\.name))
    // What the table of refusals says wrongly is reported there.
    guard !mistakes.contains(where: { $0.table == .written(.refusals) }) else { return [] }
    return advice.noted.filter { !refused.contains($0.text) }.map { cell in
      CatalogMistake(
        table: .written(.advice),
        range: cell.range,
        message: "expected a variable of a refusal, found `\(cell.text)`",
        nearest: NameIndex(refused.sorted()).nearest(to: cell.text)
      )
    }
  }
}
