/// What helps beside a finding about a variable.
struct VariableAdvice: Sendable {
  /// What is meant by a name that never existed but is believed to.
  struct Misconception: Sendable {
    /// The variable to write instead.
    var instead: String
    /// Why, as a clause that follows a colon.
    var reason: String
  }

  private(set) var misconceptions: [String: Misconception] = [:]
  /// What stands beside a refusal, by the variable to blame.
  private(set) var notes: [String: String] = [:]
  /// Where the variables of those are named.
  private(set) var noted: [WrittenRows.Cell] = []

  private enum Kind: String, CaseIterable {
    case never
    case refused
  }

  /// Reads a table; rows that are none are left out.
  static func read(_ rows: inout WrittenRows) -> VariableAdvice {
    var advice = VariableAdvice()
    for row in rows.rows {
      guard let kind: Kind = rows.word(row[0], "kind of advice"),
        let name = rows.variable(row[1], isExpected: kind == .refused),
        let text = rows.text(row[3], "a text")
      else { continue }
      switch kind {
      case .never:
        guard let instead = rows.variable(row[2]) else { continue }
        advice.misconceptions[name] = Misconception(instead: instead, reason: text)
      case .refused:
        guard rows.isEmpty(row[2], "instead") else { continue }
        advice.notes[name] = text
        advice.noted.append(row[1])
      }
    }
    return advice
  }
}
