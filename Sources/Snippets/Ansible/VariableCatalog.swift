internal import Diagnostics

/// The variables that a revision of the playbook knows, and what became of those it no longer has.
///
/// The table has the columns name, type (a union with `|`), enum and flags (`no-effect`,
/// `unverified`); the renames have kind (`rename`, `removed`, `prefix`, `removed-prefix`), old and
/// new.
public struct VariableCatalog: Sendable {
  /// The name of the catalog, such as `matrix-playbook-2026-08-22`.
  public let name: String
  private let contents: Lazy<Contents>

  /// A variable.
  public struct Entry: Sendable, Hashable {
    /// `string`, `bool`, `int`, `float`, `list`, `mapping`, `null` or `any`.
    public var types: Set<String>
    /// The values allowed; empty where any is.
    public var values: [String]
    /// Whether a role sets it after vars.yml is read.
    public var hasNoEffect: Bool
    /// Whether its role was read at another version than the playbook pins.
    public var isUnverified: Bool
  }

  private enum Rename: Sendable {
    case renamed(String)
    case removed(String?)
  }

  /// What a name is in this revision.
  public enum Fate: Sendable, Hashable {
    case current(Entry)
    case renamed(String)
    case removed(successor: String?)
    case unknown
  }

  /// Creates a catalog from its two tables, UTF-8 with tabs between columns and a header line; they
  /// are read at the first question.
  public init(name: String, table: [UInt8], renames: [UInt8]) {
    self.name = name
    contents = Lazy { Contents(table: table, renames: renames) }
  }

  private struct Contents: Sendable {
    var entries: [String: Entry] = [:]
    var renames: [String: Rename] = [:]
    var prefixes: [(old: String, new: String?)] = []
    let names: NameIndex

    init(table: [UInt8], renames: [UInt8]) {
      entries.reserveCapacity(9000)
      for row in rows(of: table) {
        guard let name = row.first else { continue }
        let flags = row.count > 3 ? row[3] : ""
        entries[name] = Entry(
          types: Set(row.count > 1 ? row[1].split(separator: "|").map(String.init) : ["any"]),
          values: row.count > 2 && !row[2].isEmpty
            ? row[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [],
          hasNoEffect: flags.contains("no-effect"),
          isUnverified: flags.contains("unverified")
        )
      }
      names = NameIndex(entries.keys.sorted())
      for row in rows(of: renames) where row.count >= 2 {
        let new = row.count > 2 && !row[2].isEmpty ? row[2] : nil
        switch row[0] {
        case "rename": self.renames[row[1]] = self.renames[row[1]] ?? .renamed(new ?? "")
        case "removed": self.renames[row[1]] = self.renames[row[1]] ?? .removed(new)
        case "prefix", "removed-prefix": prefixes.append((row[1], new))
        default: continue
        }
      }
    }
  }

  /// Returns the names nearest to an unknown one, the best first.
  public func nearest(to name: String) -> [String] {
    contents.value.names.nearest(to: name)
  }

  /// Returns what became of a name: chains of renames are followed to their end.
  public func fate(of name: String) -> Fate {
    let entries = contents.value.entries
    if let entry = entries[name] { return .current(entry) }
    var current = name
    for _ in 0..<8 {
      switch successor(of: current) {
      case nil: return current == name ? .unknown : .removed(successor: nearestReal(to: current))
      case .removed(let successor): return .removed(successor: successor)
      case .renamed(let new):
        if entries[new] != nil { return .renamed(new) }
        current = new
      }
    }
    return .removed(successor: nil)
  }

  private func nearestReal(to name: String) -> String? { nearest(to: name).first }

  /// An exact rename goes before a prefix.
  private func successor(of name: String) -> Rename? {
    if let rename = contents.value.renames[name] { return rename }
    let prefix = contents.value.prefixes.first { name.hasPrefix($0.old) && name != $0.old }
    guard let (old, new) = prefix
    else { return nil }
    return new.map { .renamed($0 + name.dropFirst(old.count)) } ?? .removed(nil)
  }

  /// Whether a name begins like those of a role that was read at another version.
  public func mayBeUnverified(_ name: String) -> Bool {
    let word = name.prefix { $0 != "_" } + "_"
    return Self.unverifiedRoots.contains(String(word))
      && contents.value.entries.contains { $0.key.hasPrefix(word) && $0.value.isUnverified }
  }

  /// The first words that belong to one role each.
  private static let unverifiedRoots: Set<String> = [
    "coturn_", "traefik_", "grafana_", "etherpad_", "cinny_", "ddclient_", "sable_", "backup_",
    "timesync_",
  ]
}

private func rows(of table: [UInt8]) -> [[String]] {
  table.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
