/// Settings that the roles' validation refuses together.
///
/// In the table a refusal is a line of conditions with spaces between, each of one variable. The
/// first is about the variable to blame.
struct VariableRefusal: Sendable, Hashable {
  var conditions: [VariableCondition]

  /// Reads the refusals of a table; lines that are none are left out.
  static func read(_ rows: inout WrittenRows) -> [VariableRefusal] {
    rows.rows.compactMap { row in
      let conditions = VariableCondition.read(row[0], &rows)
      guard !conditions.isEmpty, conditions.allSatisfy({ $0.count == 1 && !$0[0].isPrefix }) else {
        if !conditions.isEmpty { rows.expect("one variable in each condition", at: row[0]) }
        return nil
      }
      return VariableRefusal(conditions: conditions.map { $0[0] })
    }
  }
}

extension VariableCondition {
  /// Reads the conditions of a cell: words with spaces between, alternatives with `|` between.
  ///
  /// - Returns: nothing where one of them is none, which is reported.
  static func read(_ cell: WrittenRows.Cell, _ rows: inout WrittenRows) -> [[VariableCondition]] {
    var all: [[VariableCondition]] = []
    for word in cell.parts(at: " ") where !word.text.isEmpty {
      let alternatives = word.parts(at: "|").map { part in
        let condition = VariableCondition(part.text)
        if let condition { rows.mention(condition, at: part) }
        return condition
      }
      guard !alternatives.contains(nil) else {
        rows.expect(
          "a condition such as `NAME`, `!NAME`, `-NAME`, `NAME>1` or `NAME=text`",
          at: word
        )
        return []
      }
      all.append(alternatives.compactMap { $0 })
    }
    if all.isEmpty { rows.expect("conditions with spaces between", at: cell) }
    return all
  }
}

extension WrittenRows {
  /// Takes the variable of a condition for one of the catalog's.
  fileprivate mutating func mention(_ condition: VariableCondition, at cell: Cell) {
    guard let name = cell.text.firstRange(of: condition.name) else { return }
    let start = cell.range.lowerBound + cell.text[..<name.lowerBound].utf8.count
    _ = variable(
      Cell(
        text: condition.name + (condition.isPrefix ? "*" : ""),
        range: start..<(start + condition.name.utf8.count)
      )
    )
  }
}
