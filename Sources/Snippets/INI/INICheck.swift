internal import Diagnostics
internal import Languages

/// Holds the sections, keys and values of a file to the table of its program.
struct INICheck {
  let dialect: INIDialect
  let table: KeyTable
  /// How a key of the file is written in the table.
  var tableKey: @Sendable (String) -> String = { $0 }
  /// Which section of the table a section of the file is; nothing for one that is not known.
  var tableSection: @Sendable (String) -> String? = { $0 }
  /// How a name of the table is written in the place of a key of the file.
  var shown: @Sendable (_ name: String, _ key: String) -> String = { name, _ in name }
  /// Whether values that hold something to be replaced are left alone.
  var isOpen: @Sendable (String) -> Bool = { _ in false }

  /// How bad a second value of a key is; a program that takes the last one silently only warns.
  var repetition: Severity = .error

  /// What its findings can be of.
  static let rules: [Rule] = [
    .iniUnknownSection, .iniUnknownKey, .iniType, .iniDuplicate, .iniDeprecated, .iniVersion,
  ]

  /// Returns what is wrong, in the order of the file.
  func findings(in file: INIFile) -> [Diagnostic] {
    file.sections.flatMap { section -> [Diagnostic] in
      if section.name.isEmpty, section.range.isEmpty { return [] }
      guard let known = tableSection(section.name) else {
        let near = NameIndex(table.sections).nearest(to: section.name)
        return [
          .unknownSection(section.name, at: section.range, nearest: near)
        ]
      }
      return section.entries.flatMap { findings(for: $0, in: section.name, known) }
    } + repeated(in: file)
  }

  private func findings(
    for entry: INIFile.Entry,
    in section: String,
    _ known: String
  ) -> [Diagnostic] {
    let key = tableKey(entry.key)
    guard let expected = table.entry(key, in: known) else {
      let others = table.sections(knowing: key)
      if let other = others.first {
        return [.misplacedKey(entry.key, in: section, instead: other, at: entry.keyRange)]
      }
      let near = NameIndex(table.keys(of: known)).nearest(to: key).map { shown($0, entry.key) }
      return [
        .unknownINIKey(entry.key, at: entry.keyRange, nearest: near)
      ]
    }
    var findings: [Diagnostic] = []
    if let successor = expected.successor {
      let name = shown(successor, entry.key)
      findings.append(.replacedKey(entry.key, by: name, at: entry.keyRange))
    }
    if let since = expected.since {
      findings.append(
        .newerKey(entry.key, since: "\(dialect.program) \(since)", at: entry.keyRange)
      )
    }
    if let mistake = mistake(in: entry, expected.values) { findings.append(mistake) }
    return findings
  }

  /// Returns what is wrong with a value.
  func mistake(in entry: INIFile.Entry, _ values: KeyValues) -> Diagnostic? {
    guard !isOpen(entry.value), !values.accept(entry.value, in: dialect) else { return nil }
    return .wrongINIValue(
      entry,
      expected: values.expected(in: dialect),
      nearest: NameIndex(values.choices).nearest(to: entry.value),
      lines: dialect.lines
    )
  }

  /// Keys that stand more than once in the sections of one name.
  private func repeated(in file: INIFile) -> [Diagnostic] {
    var first: [String: Range<Int>] = [:]
    var findings: [Diagnostic] = []
    for section in file.sections {
      guard let known = tableSection(section.name) else { continue }
      for entry in section.entries {
        let expected = table.entry(tableKey(entry.key), in: known)
        if expected?.repeats ?? true { continue }
        if let place = first["\(section.name)\n\(entry.key)"] {
          var finding = Diagnostic.keyTwice(entry.key, at: entry.keyRange, first: place)
          finding.severity = repetition
          findings.append(finding)
        } else {
          first["\(section.name)\n\(entry.key)"] = entry.keyRange
        }
      }
    }
    return findings
  }
}
