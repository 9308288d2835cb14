internal import Diagnostics
internal import Text

/// The rows of a hand-written table, with the place of each cell.
struct WrittenRows {
  /// A cell of a row.
  struct Cell {
    var text: String
    /// In bytes of the table; empty for a cell that was left out.
    var range: Range<Int>

    /// Returns what stands between separators; nothing for an empty cell.
    func parts(at separator: Character) -> [Cell] {
      guard !text.isEmpty else { return [] }
      var start = range.lowerBound
      return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
        let end = start + part.utf8.count
        defer { start = end + 1 }
        return Cell(text: String(part), range: start..<end)
      }
    }
  }

  /// A variable that a table names.
  struct Mention {
    var table: WrittenTable
    var cell: Cell
    /// Whether the catalog has it, rather than has it not.
    var isExpected: Bool
  }

  private let table: WrittenTable
  /// Without the header; each has a cell for every column.
  private(set) var rows: [[Cell]] = []
  private(set) var mistakes: [CatalogMistake] = []
  private(set) var mentions: [Mention] = []

  /// Reads a table; rows with too many cells are left out, and so are all rows below another
  /// header.
  init(_ bytes: [UInt8], of table: WrittenTable) {
    self.table = table
    var start = bytes.startOfText
    var known: Set<[String]> = []
    var isHeader = true
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = Self.cells(of: bytes, in: start..<end)
      start = end + 1
      if isHeader {
        isHeader = false
        guard line.map(\.text) == table.columns else {
          let names = table.columns.map { "`\($0)`" }.joined(separator: ", ")
          expect("a header with the columns \(names)", at: line)
          return
        }
        continue
      }
      guard !line.allSatisfy(\.text.isEmpty) else { continue }
      guard line.count <= table.columns.count else {
        expect(
          "nothing after the column `\(table.columns.last ?? "")`",
          at: Array(line[table.columns.count...])
        )
        continue
      }
      let missing = table.columns.count - line.count
      let place = line.last.map { $0.range.upperBound..<$0.range.upperBound } ?? 0..<0
      let row = line + Array(repeating: Cell(text: "", range: place), count: missing)
      if let key = table.key, !known.insert(key.map { row[$0].text }).inserted {
        report("duplicate row", at: row.filter { !$0.text.isEmpty })
        continue
      }
      rows.append(row)
    }
  }

  private static func cells(of bytes: [UInt8], in line: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var start = line.lowerBound
    let hasReturn = !line.isEmpty && bytes[line.upperBound - 1] == UInt8(ascii: "\r")
    let end = line.upperBound - (hasReturn ? 1 : 0)
    while true {
      let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
      cells.append(Cell(text: bytes[start..<tab].text, range: start..<tab))
      guard tab < end else { return cells }
      start = tab + 1
    }
  }

  private mutating func expect(_ what: String, at cells: [Cell]) {
    report("expected \(what)", at: cells)
  }

  private mutating func report(_ message: String, at cells: [Cell]) {
    let start = cells.first?.range.lowerBound ?? 0
    let end = cells.last?.range.upperBound ?? start
    mistakes.append(
      CatalogMistake(
        table: .written(table),
        range: start..<end,
        message: message,
        nearest: []
      )
    )
  }

  // MARK: Cells

  /// Reports that a cell should hold something else.
  mutating func expect(_ what: String, at cell: Cell) { expect(what, at: [cell]) }

  /// Reports a name that does not exist.
  mutating func unknown(_ message: String, at cell: Cell, among names: [String]) {
    let near = NameIndex(names.sorted()).nearest(to: cell.text)
    mistakes.append(
      CatalogMistake(table: .written(table), range: cell.range, message: message, nearest: near)
    )
  }

  /// Returns the word of a column that has a few of them; reports anything else.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ cell: Cell,
    _ what: String
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: cell.text) { return word }
    let names = Word.allCases.map(\.rawValue)
    if cell.text.isEmpty {
      expect("a \(what): \(names.map { "`\($0)`" }.joined(separator: ", "))", at: cell)
    } else {
      unknown("unknown \(what) `\(cell.text)`", at: cell, among: names)
    }
    return nil
  }

  /// Returns the text of a cell; reports an empty one.
  mutating func text(_ cell: Cell, _ what: String) -> String? {
    guard cell.text.isEmpty else { return cell.text }
    expect(what, at: cell)
    return nil
  }

  /// Returns the variable of a cell; reports an empty one.
  ///
  /// - Parameters:
  ///   - cell: with a name, or a pattern with `*` at one end.
  ///   - isExpected: whether the catalog has such a variable, rather than has it not.
  /// - Returns: the text of the cell.
  mutating func variable(_ cell: Cell, isExpected: Bool = true) -> String? {
    guard let name = text(cell, "a variable") else { return nil }
    mentions.append(Mention(table: table, cell: cell, isExpected: isExpected))
    return name
  }

  /// Reports marks of a message other than `{name}`, and that one where there is no variable to name.
  mutating func checkMarks(in cell: Cell, hasName: Bool) {
    var rest = cell.text[...]
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      let name = inner.prefix { $0.isLetter || $0 == "_" }
      rest = inner[name.endIndex...]
      // Two braces are an expression of Jinja.
      guard !name.isEmpty, rest.first == "}", !cell.text[..<open].hasSuffix("{") else { continue }
      let start = cell.range.lowerBound + cell.text[..<open].utf8.count
      let mark = Cell(text: "{\(name)}", range: start..<(start + name.utf8.count + 2))
      if name != "name" {
        unknown("unknown mark `\(mark.text)`", at: mark, among: ["{name}"])
      } else if !hasName {
        expect("the number of a condition beside `{name}`", at: mark)
      }
    }
  }

  /// Reports a cell that says something where its row can say nothing; true where there is none.
  mutating func isEmpty(_ cell: Cell, _ column: String) -> Bool {
    guard !cell.text.isEmpty else { return true }
    expect("nothing in the column `\(column)` of this row", at: cell)
    return false
  }
}

extension [UInt8] {
  /// Where the text begins: after a byte order mark.
  var startOfText: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

extension WrittenRows.Mention {
  /// Returns the mistake where a catalog has the variable and should not, or the other way round.
  func mistake(in catalog: String, nearest: (String) -> [String]) -> CatalogMistake {
    CatalogMistake(
      table: .written(table),
      range: cell.range,
      message: isExpected
        ? "undefined variable `\(cell.text)` in \(catalog)"
        : "expected a name that \(catalog) does not have, found `\(cell.text)`",
      nearest: isExpected ? nearest(cell.text) : []
    )
  }
}
