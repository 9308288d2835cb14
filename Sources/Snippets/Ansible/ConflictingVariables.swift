internal import Diagnostics
internal import Languages

/// Settings that the roles accept and that still cannot work together.
///
/// In the table a row `conflict` has the conditions, as ``VariableCondition`` describes them, with
/// spaces between and `|` between alternatives, of which the first that holds counts; and the
/// message. Rows `note` below it have the number of the condition whose variable the note points
/// at, from 1, or nothing, and the note. `{name}` stands for the name of that variable, in a message
/// for that of the first one that the file sets: the one to blame.
struct ConflictingVariables: Sendable, Hashable {
  var conditions: [[VariableCondition]]
  var message: String
  var notes: [Note] = []

  struct Note: Sendable, Hashable {
    /// The number of a condition, from 0.
    var condition: Int?
    var text: String
  }

  private enum Kind: String, CaseIterable {
    case conflict
    case note
  }

  /// Reads the conflicts of a table; rows that are none are left out.
  static func read(_ rows: inout WrittenRows) -> [ConflictingVariables] {
    var conflicts: [ConflictingVariables] = []
    // Notes below a conflict that is none belong to nothing.
    var isBroken = false
    for row in rows.rows {
      guard let kind: Kind = rows.word(row[0], "kind of row") else { continue }
      switch kind {
      case .conflict:
        let conditions = VariableCondition.read(row[1], &rows)
        let message = rows.text(row[2], "a message")
        isBroken = conditions.isEmpty || message == nil
        guard !isBroken, let message else { continue }
        rows.checkMarks(in: row[2], hasName: true)
        conflicts.append(ConflictingVariables(conditions: conditions, message: message))
      case .note:
        guard !isBroken, let text = rows.text(row[2], "a note") else { continue }
        guard let count = conflicts.last?.conditions.count else {
          rows.expect("a row `conflict` before its notes", at: row[0])
          continue
        }
        let number = Int(row[1].text)
        guard row[1].text.isEmpty || number.map({ 1...count ~= $0 }) == true else {
          rows.expect("the number of a condition, from 1 to \(count)", at: row[1])
          continue
        }
        rows.checkMarks(in: row[2], hasName: number != nil)
        conflicts[conflicts.count - 1].notes.append(
          Note(condition: number.map { $0 - 1 }, text: text)
        )
      }
    }
    return conflicts
  }

  /// Returns the finding where the variables of a file are in conflict.
  func finding(in set: VariableSet) -> Diagnostic? {
    var keys: [YAMLNode?] = []
    for alternatives in conditions {
      guard let condition = alternatives.first(where: set.holds) else { return nil }
      keys.append(set.entry(in: condition)?.key)
    }
    guard let blamed = keys.lazy.compactMap({ $0 }).first else { return nil }
    return Diagnostic(
      .variableConflict,
      at: blamed.range,
      message.replacing("{name}", with: blamed.text),
      notes: notes.map { note in
        guard let key = note.condition.flatMap({ keys[$0] }) else {
          return Diagnostic.Note(note.text)
        }
        return Diagnostic.Note(
          note.text.replacing("{name}", with: key.text),
          at: Location(range: key.range)
        )
      }
    )
  }
}
