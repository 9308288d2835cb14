internal import Text

/// The keys that a program knows, by section, as a table of the folder `Keys` lists them.
///
/// A line of such a table has sections, key, values and a remark, with tabs between them; `#` begins
/// a comment. See ``KeyValues`` for the values. The remark is the version that brought the key, or
/// `>` and the key that replaced it.
package struct KeyTable: Sendable {
  package struct Entry: Sendable {
    package var key: String
    package var values: KeyValues
    /// Whether it may stand more than once.
    package var repeats: Bool
    /// The first version that knows it; nothing where every version in use does.
    package var since: String?
    /// The key that replaced it.
    package var successor: String?
  }

  /// The sections in the order of the table.
  package private(set) var sections: [String] = []
  private var keys: [String: [String]] = [:]
  private var entries: [String: [String: Entry]] = [:]

  /// Reads a table of the tool.
  package init(_ table: [UInt8]) {
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t")).map(\.text)
      precondition(fields.count >= 3, "a table of keys has a wrong line: \(line.text)")
      let remark = fields.count > 3 ? fields[3] : nil
      let isSuccessor = remark?.hasPrefix(">") ?? false
      let repeats = fields[2].hasSuffix("*")
      let entry = Entry(
        key: fields[1],
        values: KeyValues(repeats ? String(fields[2].dropLast()) : fields[2]),
        repeats: repeats,
        since: isSuccessor ? nil : remark,
        successor: isSuccessor ? remark.map { String($0.dropFirst()) } : nil
      )
      for section in fields[0].split(separator: ",").map(String.init) {
        if entries[section] == nil { sections.append(section) }
        entries[section, default: [:]][entry.key] = entry
        keys[section, default: []].append(entry.key)
      }
    }
  }

  /// Returns what is known of a key of a section.
  package func entry(_ key: String, in section: String) -> Entry? { entries[section]?[key] }

  /// Returns the keys of a section that nothing replaced, in the order of the table.
  package func keys(of section: String) -> [String] {
    (keys[section] ?? []).filter { entries[section]?[$0]?.successor == nil }
  }

  /// Returns the sections that know a key.
  package func sections(knowing key: String) -> [String] {
    sections.filter { entries[$0]?[key] != nil }
  }
}
