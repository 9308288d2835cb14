internal import Diagnostics
internal import Text

/// Checks the tables of a catalog that an import makes: a hand may have changed them.
struct ImportedTables {
  private let variables: NamedRows
  private let former: NamedRows
  private let renames: RenameTable
  private var found: [CatalogMistake] = []

  /// Returns what is wrong with the tables.
  ///
  /// - Parameters:
  ///   - variables: the rows of the variables.
  ///   - former: the rows of the renames.
  ///   - renames: the same, as they are read.
  /// - Returns: the mistakes in the order of the tables.
  static func mistakes(
    in variables: NamedRows,
    _ former: NamedRows,
    _ renames: RenameTable
  ) -> [CatalogMistake] {
    var check = ImportedTables(variables: variables, former: former, renames: renames)
    if check.hasHeader(variables, .variables, ["name", "type", "enum", "flags"], least: 2) {
      check.checkVariables()
    }
    if check.hasHeader(former, .renames, ["kind", "old", "new"], least: 3) { check.checkRenames() }
    return check.found
  }

  private init(variables: NamedRows, former: NamedRows, renames: RenameTable) {
    self.variables = variables
    self.former = former
    self.renames = renames
  }

  private mutating func hasHeader(
    _ rows: NamedRows,
    _ table: CatalogTable,
    _ columns: [String],
    least: Int
  ) -> Bool {
    let header = rows.header
    // A table of renames may be missing.
    if header.isEmpty, table == .renames { return rows.count == 0 }
    if header.count >= least, header == Array(columns.prefix(header.count)) { return true }
    let names = columns.map { "`\($0)`" }.joined(separator: ", ")
    add("expected a header with the columns \(names)", table, 0..<0)
    return false
  }

  private mutating func add(
    _ message: String,
    _ table: CatalogTable,
    _ range: Range<Int>,
    among names: [String] = [],
    text: String = ""
  ) {
    found.append(
      CatalogMistake(
        table: table,
        range: range,
        message: message,
        nearest: names.isEmpty ? [] : NameIndex(names.sorted()).nearest(to: text)
      )
    )
  }

  // MARK: Variables

  private mutating func checkVariables() {
    let types = ValueKind.allCases.map(\.rawValue) + ["any"]
    // Thousands of rows have the same few types and flags.
    var sound: [Set<ArraySlice<UInt8>>] = [[], []]
    for row in 0..<variables.count {
      checkName(in: variables, row, 0, .variables)
      for (column, mark, known): (Int, Character, [String]) in [
        (1, "|", types), (3, "+", Self.flags),
      ] {
        let cell = variables.text(row, column)
        guard !cell.isEmpty, !sound[column / 3].contains(cell) else { continue }
        if checkWords(row, column, mark, known) { sound[column / 3].insert(cell) }
      }
      if !variables.text(row, 4).isEmpty {
        add("expected nothing after the column `flags`", .variables, variables.range(row, 4))
      }
    }
  }

  private static let flags =
    ["no-effect", "unverified"] + VariableHint.Flag.allCases.map(\.rawValue)

  private mutating func checkName(
    in rows: NamedRows,
    _ row: Int,
    _ column: Int,
    _ table: CatalogTable
  ) {
    let name = rows.text(row, column)
    guard !name.isEmpty, name.allSatisfy(\.isNameByte), name.first?.isDigit == false else {
      if name.isEmpty, rows.isBlank(row) { return }
      let text = name.isEmpty ? "nothing" : "`\(name.text)`"
      return add("expected a variable, found \(text)", table, rows.range(row, column))
    }
    if !rows.isFirst(row) {
      add("duplicate variable `\(name.text)`", table, rows.range(row, column))
    }
  }

  private mutating func checkWords(
    _ row: Int,
    _ column: Int,
    _ mark: Character,
    _ known: [String]
  ) -> Bool {
    let range = variables.range(row, column)
    var start = range.lowerBound
    var isSound = true
    for word in variables[row, column].split(separator: mark, omittingEmptySubsequences: false) {
      let place = start..<(start + word.utf8.count)
      start = place.upperBound + 1
      guard !known.contains(String(word)) else { continue }
      isSound = false
      let noun = column == 1 ? "type" : "flag"
      add("unknown \(noun) `\(word)`", .variables, place, among: known, text: String(word))
    }
    return isSound
  }

  // MARK: Renames

  private static let kinds = ["prefix", "removed", "removed-prefix", "rename"]

  private mutating func checkRenames() {
    var looped: Set<String> = []
    for row in 0..<former.count where !former.isBlank(row) {
      let (kind, old, new) = (former[row, 0], former[row, 1], former[row, 2])
      guard Self.kinds.contains(kind) else {
        let place = former.range(row, 0)
        add("unknown kind `\(kind)`", .renames, place, among: Self.kinds, text: kind)
        continue
      }
      checkName(in: former, row, 1, .renames)
      if !former.text(row, 3).isEmpty {
        add("expected nothing after the column `new`", .renames, former.range(row, 3))
      }
      switch kind {
      case "rename", "prefix":
        guard !new.isEmpty else {
          add("expected the new name of `\(old)`", .renames, former.range(row, 2))
          continue
        }
        checkEnd(of: kind == "prefix" ? old + "x" : old, row, &looped)
      case "removed-prefix":
        if !new.isEmpty {
          add("expected nothing in the column `new` of this row", .renames, former.range(row, 2))
        }
      default: break
      }
    }
  }

  /// A chain of renames ends; of a loop the first row is told.
  private mutating func checkEnd(of name: String, _ row: Int, _ looped: inout Set<String>) {
    var chain = [name]
    while case .renamed(let next)? = renames.fate(of: chain[chain.count - 1]) {
      if looped.contains(next) { return }
      let isLoop = chain.contains(next)
      chain.append(next)
      guard isLoop || chain.count > 64 else { continue }
      looped.formUnion(chain)
      let shown = chain.prefix(isLoop ? 6 : 3).map { "`\($0)`" }.joined(separator: " → ")
      return add(
        "expected a rename that ends, found a loop: \(shown)",
        .renames,
        former.range(row, 2)
      )
    }
  }
}
