/// What became of the names that a revision no longer has.
struct RenameTable: Sendable {
  private let rows: NamedRows
  /// In the order in which the roles try them.
  private let prefixes: [(old: String, new: String?)]

  enum Fate {
    case renamed(String)
    case removed([String])
  }

  init(_ table: [UInt8]) {
    rows = NamedRows(table, namedBy: 1)
    var prefixes: [(old: String, new: String?)] = []
    for row in 0..<rows.count {
      switch rows[row, 0] {
      case "prefix": prefixes.append((rows[row, 1], rows[row, 2]))
      case "removed-prefix": prefixes.append((rows[row, 1], nil))
      default: continue
      }
    }
    self.prefixes = prefixes
  }

  /// An exact rename goes before a prefix.
  func fate(of name: String) -> Fate? {
    if let row = rows.row(named: name) {
      switch rows[row, 0] {
      case "rename": return .renamed(rows[row, 2])
      case "removed":
        return .removed(rows[row, 2].split(separator: " ").map(String.init))
      default: break
      }
    }
    guard let (old, new) = prefixes.first(where: { name.hasPrefix($0.old) }) else { return nil }
    return new.map { .renamed($0 + name.dropFirst(old.count)) } ?? .removed([])
  }
}
