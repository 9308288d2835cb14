internal import Diagnostics
internal import Text

/// A file of sections in brackets, each with keys and values.
package struct INIFile: Sendable {
  package var sections: [Section] = []
  /// The lines that are no part of such a file, in their order.
  package private(set) var mistakes: [INIMistake] = []

  /// Creates a file from sections that are read already.
  package init(sections: [Section] = []) { self.sections = sections }

  package struct Section: Sendable {
    package var name: String
    /// Without the brackets, in bytes of the text.
    package var range: Range<Int>
    package var entries: [Entry] = []

    /// Creates a section.
    package init(name: String, range: Range<Int>, entries: [Entry] = []) {
      self.name = name
      self.range = range
      self.entries = entries
    }

    /// Returns the entry of a key that counts where a key stands more than once: the last one.
    package subscript(_ key: String) -> Entry? { entries.last { $0.key == key } }
  }

  package struct Entry: Sendable {
    package var key: String
    package var keyRange: Range<Int>
    /// Without the blanks around it.
    package var value: String
    /// Empty behind the separator where there is no value.
    package var range: Range<Int>

    /// Creates an entry.
    package init(key: String, keyRange: Range<Int>, value: String, range: Range<Int>) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
      self.range = range
    }
  }

  /// Returns all entries of the sections of a name, in their order.
  package func entries(of section: String) -> [Entry] {
    sections.filter { $0.name == section }.flatMap(\.entries)
  }

  /// Returns the entry of a key in any section of a name, the last one.
  package func entry(_ key: String, of section: String) -> Entry? {
    entries(of: section).last { $0.key == key }
  }

  /// Reads a text, line by line.
  ///
  /// - Returns: what could be read, with the lines that are no part of such a file.
  package static func read(_ text: [UInt8], _ dialect: INIDialect) -> INIFile {
    var result = INIFile()
    for line in LogicalLine.lines(of: text, dialect.lines) {
      if dialect.directives.contains(where: { line.bytes.starts(with: $0.utf8) }) { continue }
      if line.bytes.first == UInt8(ascii: "[") {
        result.takeSection(line)
      } else {
        result.takeEntry(line, dialect)
      }
    }
    return result
  }

  private mutating func takeSection(_ line: LogicalLine) {
    guard let end = line.bytes.lastIndex(of: UInt8(ascii: "]")), end == line.bytes.count - 1 else {
      mistakes.append(INIMistake(.section, at: line.range))
      // The keys below are meant for it all the same.
      let name = line.bytes.dropFirst().prefix { !$0.isBlank && $0 != UInt8(ascii: "]") }
      sections.append(
        INIFile.Section(name: Array(name).text, range: line.range(of: name.indices))
      )
      return
    }
    sections.append(
      INIFile.Section(name: line.bytes[1..<end].text, range: line.range(of: 1..<end))
    )
  }

  private mutating func takeEntry(_ line: LogicalLine, _ dialect: INIDialect) {
    let bytes = line.bytes
    let separator = bytes.firstIndex { dialect.separators.contains($0) }
    guard separator != nil || dialect.allowsKeysAlone else {
      mistakes.append(INIMistake(.separator, at: line.range))
      return
    }
    let end = separator ?? bytes.count
    var key = 0..<end
    while let last = bytes[key].last, last.isBlank { key = 0..<(key.upperBound - 1) }
    let unquoted = dialect.unquoted(bytes[key])
    key = unquoted ?? key
    guard !key.isEmpty, unquoted != nil || bytes[key].allSatisfy(dialect.isKeyByte) else {
      let place = line.range(of: key.isEmpty ? 0..<bytes.count : key)
      mistakes.append(INIMistake(.key(bytes[key].text), at: place))
      return
    }
    var start = Swift.min(end + 1, bytes.count)
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    let entry = INIFile.Entry(
      key: bytes[key].text,
      keyRange: line.range(of: key),
      value: bytes[start...].text,
      range: line.range(of: start..<bytes.count)
    )
    guard !sections.isEmpty else {
      if dialect.needsSection {
        mistakes.append(INIMistake(.keyWithoutSection(entry.key), at: entry.keyRange))
      }
      sections.append(INIFile.Section(name: "", range: 0..<0, entries: [entry]))
      return
    }
    sections[sections.count - 1].entries.append(entry)
  }
}
