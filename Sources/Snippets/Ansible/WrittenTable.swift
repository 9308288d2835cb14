internal import Diagnostics

/// A table of a catalog that somebody writes by hand, beside those that an import makes.
///
/// The file is `NAME.KIND.tsv`: UTF-8, a header line with the columns, then one line per row with tabs
/// between the cells. Cells at the end of a row may be left out.
public enum WrittenTable: String, CaseIterable, Sendable {
  /// What the roles' own validation refuses together.
  case refusals
  /// What helps beside a finding.
  case advice
  /// Settings that the roles accept and that still cannot work together.
  case conflicts
  /// What the variables say about the files of other programs.
  case ends
  /// What an import cannot tell of a variable.
  case hints

  /// The header line.
  var columns: [String] {
    switch self {
    case .refusals: ["conditions"]
    case .advice: ["kind", "variable", "instead", "text"]
    case .conflicts: ["kind", "about", "text"]
    case .ends: ["variable", "meaning", "of", "with", "usual"]
    case .hints: ["variable", "type", "flags"]
    }
  }
}

extension WrittenTable {
  /// The columns that no two rows have in common; nothing for rows that stand by themselves.
  var key: [Int]? {
    switch self {
    case .refusals, .hints: [0]
    case .advice: [0, 1]
    case .ends: [0, 1, 2, 3]
    case .conflicts: nil
    }
  }
}

/// A table of a catalog.
public enum CatalogTable: Sendable, Hashable {
  /// The variables, as an import makes them.
  case variables
  /// What became of former names, as an import makes it.
  case renames
  /// One that somebody writes.
  case written(WrittenTable)

  /// How its file ends, after the name of the catalog.
  public var ending: String {
    switch self {
    case .variables: ".tsv"
    case .renames: ".renames.tsv"
    case .written(let table): ".\(table.rawValue).tsv"
    }
  }
}

/// What is wrong with a table of a catalog.
public struct CatalogMistake: Sendable, Hashable {
  /// Which table.
  public var table: CatalogTable
  /// In bytes of the table.
  public var range: Range<Int>
  /// What is expected, in one sentence.
  public var message: String
  /// What may have been meant, the best first.
  public var nearest: [String]
}
