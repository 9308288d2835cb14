/// What an import cannot tell of a variable: its value is empty in the roles, and what prints it or
/// the comment above it says what it may hold; or every installation must set it.
struct VariableHint: Sendable, Hashable {
  /// The types; empty where the import tells them.
  var kinds: Set<ValueKind> = []
  /// Whether every installation sets it.
  var isRequired = false

  private enum Flag: String, CaseIterable {
    case required
  }

  /// Reads a table, whose types are unions with `|` between; rows that are none are left out.
  static func read(_ rows: inout WrittenRows) -> [String: VariableHint] {
    var hints: [String: VariableHint] = [:]
    for row in rows.rows {
      guard let name = rows.variable(row[0]) else { continue }
      var hint = VariableHint()
      let words = row[1].parts(at: "|").map { rows.word($0, "type") as ValueKind? }
      hint.kinds = Set(words.compactMap { $0 })
      if !row[2].text.isEmpty {
        guard (rows.word(row[2], "flag") as Flag?) != nil else { continue }
        hint.isRequired = true
      }
      guard !words.contains(nil) else { continue }
      if hint == VariableHint() {
        rows.expect("a type or a flag", at: row[1])
      } else {
        hints[name] = hint
      }
    }
    return hints
  }
}
