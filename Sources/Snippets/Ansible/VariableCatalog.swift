internal import Diagnostics

/// The variables that a revision of some Ansible roles knows, what became of those it no longer has,
/// and what else is known about them.
///
/// The table has the columns name, type (a union with `|`), enum and flags (`no-effect`,
/// `unverified`, `required`: every installation sets it, `json` and `yaml`: its text is an object or
/// a mapping in that language, `lower-case` and `slash`: its text has no upper-case letters or ends with
/// `/`). The renames have kind (`rename`, `removed`,
/// `prefix`, `removed-prefix`), old and new (for a removed name the names to look at instead, with
/// spaces between). What is written by hand is in a ``WrittenTable`` of each kind.
public struct VariableCatalog: Sendable {
  /// The name of the catalog, which names the roles and their revision.
  public let name: String
  private let variables: Lazy<NamedRows>
  private let renames: Lazy<RenameTable>
  private let names: Lazy<NameIndex>
  private let written: Lazy<WrittenTables>
  private let wrongNames: Lazy<[CatalogMistake]>
  private let demanded: Lazy<[String]>

  /// A variable.
  public struct Entry: Sendable, Hashable {
    /// `string`, `bool`, `int`, `float`, `list`, `mapping`, `null` or `any`.
    public var types: Set<String>
    /// The values allowed; empty where any is.
    public var values: [String]
    /// Whether a role sets it after vars.yml is read.
    public var hasNoEffect: Bool
    /// Whether its role was read at another version than the one that is pinned.
    public var isUnverified: Bool
    /// Whether its text is a JSON object.
    public var holdsJSON: Bool
    /// Whether its text is a YAML mapping.
    public var holdsYAML: Bool
    /// Whether its text has no upper-case letters.
    public var isLowerCase: Bool
    /// Whether its text ends with `/` where it is not empty.
    public var endsWithSlash: Bool
  }

  /// What a name is in this revision.
  public enum Fate: Sendable, Hashable {
    case current(Entry)
    case renamed(String)
    case removed(successors: [String])
    case unknown
  }

  /// Creates a catalog from its tables, UTF-8 with tabs between columns and a header line; each is
  /// read at the first question about it.
  public init(
    name: String,
    table: [UInt8],
    renames: [UInt8],
    written: [WrittenTable: [UInt8]] = [:]
  ) {
    self.name = name
    let variables = Lazy { NamedRows(table, namedBy: 0) }
    self.variables = variables
    let former = Lazy { RenameTable(renames) }
    self.renames = former
    names = Lazy {
      let rows = variables.value
      return NameIndex((0..<rows.count).map { rows[$0, 0] }.filter { !$0.isEmpty }.sorted())
    }
    let tables = Lazy { WrittenTables(written) }
    self.written = tables
    wrongNames = Lazy { [names] in
      let rows = variables.value
      let written = tables.value
      let unknown = written.mentions.filter { rows.has($0.cell.text) != $0.isExpected }
        .map { $0.mistake(in: name, nearest: names.value.nearest) }
      // A name that is unknown is not unused as well.
      let places = Set(unknown.map(\.range))
      return ImportedTables.mistakes(in: rows, NamedRows(renames, namedBy: 1), former.value)
        + unknown
        + written.unusedNotes.filter { !places.contains($0.range) }
    }
    demanded = Lazy {
      let rows = variables.value
      return (0..<rows.count).filter { rows[$0, 3].contains("required") }.map { rows[$0, 0] }
    }
  }

  /// Returns a variable of this revision, or nothing.
  public func entry(_ name: String) -> Entry? {
    let rows = variables.value
    guard let row = rows.row(named: name) else { return nil }
    let types = rows[row, 1]
    let values = rows[row, 2]
    let flags = rows[row, 3]
    return Entry(
      types: types.isEmpty ? ["any"] : Set(types.split(separator: "|").map(String.init)),
      values: values.isEmpty
        ? [] : values.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
      hasNoEffect: flags.contains("no-effect"),
      isUnverified: flags.contains("unverified"),
      holdsJSON: flags.contains("json"),
      holdsYAML: flags.contains("yaml"),
      isLowerCase: flags.contains("lower-case"),
      endsWithSlash: flags.contains("slash")
    )
  }

  /// Whether this revision has a variable.
  public func has(_ name: String) -> Bool { variables.value.row(named: name) != nil }

  /// Returns the names nearest to an unknown one, the best first.
  public func nearest(to name: String) -> [String] { names.value.nearest(to: name) }

  /// Returns the names that an unknown one is a slip of.
  public func slips(of name: String) -> [String] { names.value.slips(of: name) }

  /// What the roles' validation refuses.
  var refusals: [VariableRefusal] { written.value.refusals }

  /// What helps beside a finding.
  var advice: VariableAdvice { written.value.advice }

  /// What cannot work together.
  var conflicts: [ConflictingVariables] { written.value.conflicts }

  /// What the variables say about the files of other programs.
  package var ends: [FileEnd] { written.value.ends }

  /// What is wrong with the cells of the tables that are written by hand.
  public var mistakes: [CatalogMistake] { written.value.mistakes }

  /// What is wrong with the tables that are imported, and the variables that the others name though
  /// the catalog does not have them, or should not.
  public var misnamed: [CatalogMistake] { wrongNames.value }

  /// The variables that every installation must set, in the order of the table.
  var required: [String] { demanded.value }

  /// Returns what became of a name: chains of renames are followed to their end.
  public func fate(of name: String) -> Fate {
    if let entry = entry(name) { return .current(entry) }
    var current = name
    for _ in 0..<8 {
      switch renames.value.fate(of: current) {
      case nil:
        return current == name
          ? .unknown : .removed(successors: Array(nearest(to: current).prefix(1)))
      case .removed(let successors):
        return .removed(successors: successors.filter { has($0) })
      case .renamed(let new):
        if has(new) { return .renamed(new) }
        current = new
      }
    }
    return .removed(successors: [])
  }

  /// Whether an unknown name begins like the variables of a role that was read at another version.
  ///
  /// Of the variables that share the most words with its beginning, more than half are such.
  public func mayBeUnverified(_ name: String) -> Bool {
    let words = name.split(separator: "_")
    let rows = variables.value
    for count in stride(from: words.count - 1, to: 0, by: -1) {
      let beginning = Array((words.prefix(count).joined(separator: "_") + "_").utf8)
      let alike = (0..<rows.count).filter { rows.text($0, 0).starts(with: beginning) }
      guard !alike.isEmpty else { continue }
      let unverified = alike.count { rows[$0, 3].contains("unverified") }
      return unverified * 2 > alike.count
    }
    return false
  }
}
