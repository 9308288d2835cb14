internal import Diagnostics
internal import Languages

/// The files of PgBouncer as other files ask for them.
enum PgBouncerFacts {
  /// The settings, and the databases with the pairs of their connection strings as words.
  static func configLines(of text: [UInt8]) -> [ConfigLine] {
    INIFile.read(text, .pgBouncer).configLines(of: text) { section, entry in
      guard section == "databases" else { return nil }
      return ConnectionString.read(text, entry.range).value.map { pair in
        Word(
          text: "\(pair.key)=\(pair.value)",
          range: pair.keyRange.lowerBound..<pair.range.upperBound
        )
      }
    }
  }
}
