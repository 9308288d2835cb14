internal import Diagnostics
internal import Languages

extension INIDialect {
  /// What most programs that read such files agree on.
  static let common = INIDialect(
    program: "the program",
    lines: LineDialect(comments: Array("#;".utf8)),
    separators: Array("=:".utf8),
    allowsKeysAlone: true,
    needsSection: false
  )
}

extension INIFile {
  /// What is wrong with a file of a program that is not known: its syntax, and keys that stand twice.
  var findingsOfAnyProgram: [Diagnostic] { syntaxFindings + sections.flatMap(Self.repeated) }

  /// Some programs take a key more than once, so this is no more than a warning.
  private static func repeated(in section: INIFile.Section) -> [Diagnostic] {
    var first: [String: Range<Int>] = [:]
    return section.entries.compactMap { entry in
      guard let place = first[entry.key] else {
        first[entry.key] = entry.keyRange
        return nil
      }
      var finding = Diagnostic.keyTwice(entry.key, at: entry.keyRange, first: place)
      finding.severity = .warning
      return finding
    }
  }
}
