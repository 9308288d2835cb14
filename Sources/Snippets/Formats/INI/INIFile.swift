internal import Diagnostics
internal import Text

/// A file of sections in brackets, each with keys and values.
struct INIFile: Sendable {
  var sections: [Section] = []

  struct Section: Sendable {
    var name: String
    /// Without the brackets, in bytes of the text.
    var range: Range<Int>
    var entries: [Entry] = []

    /// Returns the entry of a key that counts where a key stands more than once: the last one.
    subscript(_ key: String) -> Entry? { entries.last { $0.key == key } }
  }

  struct Entry: Sendable {
    var key: String
    var keyRange: Range<Int>
    /// Without the blanks around it.
    var value: String
    /// Empty behind the separator where there is no value.
    var range: Range<Int>
  }

  /// Returns all entries of the sections of a name, in their order.
  func entries(of section: String) -> [Entry] {
    sections.filter { $0.name == section }.flatMap(\.entries)
  }

  /// Returns the entry of a key in any section of a name, the last one.
  func entry(_ key: String, of section: String) -> Entry? {
    entries(of: section).last { $0.key == key }
  }

  /// Reads a text, line by line.
  ///
  /// - Returns: what could be read, and the lines that are no part of such a file.
  static func read(_ text: [UInt8], _ dialect: INIDialect) -> Outcome<INIFile> {
    var result = Outcome(INIFile())
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
}

extension Outcome<INIFile> {
  fileprivate mutating func takeSection(_ line: LogicalLine) {
    guard let end = line.bytes.lastIndex(of: UInt8(ascii: "]")), end == line.bytes.count - 1 else {
      diagnostics.append(.wrongSection(at: line.range))
      return
    }
    value.sections.append(
      INIFile.Section(name: line.bytes[1..<end].text, range: line.range(of: 1..<end))
    )
  }

  fileprivate mutating func takeEntry(_ line: LogicalLine, _ dialect: INIDialect) {
    let bytes = line.bytes
    let separator = bytes.firstIndex { dialect.separators.contains($0) }
    guard separator != nil || dialect.allowsKeysAlone else {
      diagnostics.append(.noSeparator(at: line.range))
      return
    }
    let end = separator ?? bytes.count
    var key = 0..<end
    while let last = bytes[key].last, last.isBlank { key = 0..<(key.upperBound - 1) }
    let unquoted = dialect.unquoted(bytes[key])
    key = unquoted ?? key
    guard !key.isEmpty, unquoted != nil || bytes[key].allSatisfy(dialect.isKeyByte) else {
      let place = line.range(of: key.isEmpty ? 0..<bytes.count : key)
      diagnostics.append(.wrongKey(bytes[key].text, at: place))
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
    guard !value.sections.isEmpty else {
      if dialect.needsSection {
        diagnostics.append(.keyWithoutSection(entry.key, at: entry.keyRange))
      }
      value.sections.append(INIFile.Section(name: "", range: 0..<0, entries: [entry]))
      return
    }
    value.sections[value.sections.count - 1].entries.append(entry)
  }
}
