internal import Languages
internal import Text

extension INIFile {
  /// The entries as other files ask for them: the key, then the words of the value.
  ///
  /// - Parameters:
  ///   - text: what was read.
  ///   - words: the words of a value that is more than a list of them; nothing for any other.
  /// - Returns: a line for each entry, in the order of the file.
  func configLines(
    of text: [UInt8],
    words: (_ section: String, Entry) -> [Word]? = { _, _ in nil }
  ) -> [ConfigLine] {
    sections.flatMap { section in
      section.entries.map { entry in
        ConfigLine(
          section: section.range.isEmpty ? [] : [section.name],
          words: [Word(text: entry.key, range: entry.keyRange)]
            + (words(section.name, entry) ?? Self.words(in: text[entry.range]))
        )
      }
    }
  }

  private static func words(in value: ArraySlice<UInt8>) -> [Word] {
    value.split(whereSeparator: \.isBlank).map { Word(text: $0.text, range: $0.indices) }
  }
}
