package import Machine

/// What the real programs accepted: the judgements of `docbuild verify`, each for exactly the bytes
/// that it saw.
///
/// Its file has a line for each judgement: the digest of all that it depends on, the name of the
/// checker, the program with its version, and the day; tabs between. A line of another form says
/// nothing, so that a damaged record never vouches for a file.
package struct VerificationRecord: Sendable {
  /// By the digest of a judgement.
  private var entries: [String: Entry] = [:]

  /// Which program accepted something, and when.
  package struct Entry: Sendable, Hashable {
    /// The name of the checker.
    package var checker: String
    /// The program with its version, such as `nft 1.0.6`.
    package var program: String
    /// The day, such as `2026-11-30`, in UTC.
    package var day: String

    /// Creates an entry.
    package init(checker: String, program: String, day: String) {
      self.checker = checker
      self.program = program
      self.day = day
    }
  }

  /// Creates a record without judgements.
  package init() {}

  /// Reads a record; one that is not there has no judgements.
  ///
  /// - Throws: a ``MachineFailure`` where the file cannot be read.
  package init(readFrom path: String) throws(MachineFailure) {
    guard Files.exists(path) else { return }
    for line in String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, cells.allSatisfy({ !$0.isEmpty }) else { continue }
      entries[cells[0]] = Entry(checker: cells[1], program: cells[2], day: cells[3])
    }
  }

  /// What accepted a judgement; nothing where no program has.
  package func entry(for digest: String) -> Entry? { entries[digest] }

  /// Notes or, with nothing, forgets what accepted a judgement.
  package mutating func note(_ entry: Entry?, for digest: String) {
    entries[digest] = entry
  }

  /// The text of its file, sorted by checker and digest.
  package var text: String {
    let sorted = entries.sorted { ($0.value.checker, $0.key) < ($1.value.checker, $1.key) }
    return sorted.map { digest, entry in
      [digest, entry.checker, entry.program, entry.day]
        .map { $0.map { $0 == "\t" || $0.isNewline ? " " : $0 } }
        .map { String($0) }.joined(separator: "\t") + "\n"
    }.joined()
  }
}
