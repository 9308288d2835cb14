/// What an import cannot tell of a variable: its value is empty in the roles, and what prints it or
/// the comment above it says what it may hold; every installation must set it; or its text is in
/// another language.
struct VariableHint: Sendable, Hashable {
  /// The types; empty where the import tells them.
  var kinds: Set<ValueKind> = []
  /// Beside those that the import tells.
  var flags: [Flag] = []

  enum Flag: String, CaseIterable, Sendable {
    case json
    case lowerCase = "lower-case"
    case required
    case slash
    case yaml
  }

  /// Reads a table, which has a name or a pattern `*END`, types with `|` between and flags with `+`
  /// between; rows that are none are left out.
  static func read(_ rows: inout WrittenRows) -> [String: VariableHint] {
    var hints: [String: VariableHint] = [:]
    for row in rows.rows {
      guard let name = rows.variable(row[0]) else { continue }
      let kinds = row[1].parts(at: "|").map { rows.word($0, "type") as ValueKind? }
      let flags = row[2].parts(at: "+").map { rows.word($0, "flag") as Flag? }
      guard !kinds.contains(nil), !flags.contains(nil) else { continue }
      if kinds.isEmpty, flags.isEmpty {
        rows.expect("a type or a flag", at: row[1])
      } else {
        let known = Set(kinds.compactMap { $0 })
        hints[name] = VariableHint(kinds: known, flags: flags.compactMap { $0 })
      }
    }
    return hints
  }
}

extension [String: VariableHint] {
  /// Returns the types of a variable; empty where no row has any.
  func kinds(of name: String) -> Set<ValueKind> { hints(of: name).first?.kinds ?? [] }

  /// Returns the flags of a variable, in the order of their names.
  func flags(of name: String) -> [String] {
    Set(hints(of: name).flatMap(\.flags)).map(\.rawValue).sorted()
  }

  /// Returns what is said of a name, and of its end.
  private func hints(of name: String) -> [VariableHint] {
    let ends = filter { $0.key.hasPrefix("*") && name.hasSuffix($0.key.dropFirst()) }
    return (self[name].map { [$0] } ?? []) + ends.map(\.value)
  }
}
