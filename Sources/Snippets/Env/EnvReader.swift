internal import Diagnostics
internal import Languages
internal import Text

/// Reads a `.env` file statement by statement; a quoted value may span lines.
struct EnvReader {
  private let text: [UInt8]
  private var index = 0
  private var file = EnvFile()
  private var diagnostics: [Diagnostic] = []

  init(_ text: [UInt8]) { self.text = text }

  mutating func read() -> Outcome<EnvFile> {
    while skipToStatement() { readStatement() }
    return Outcome(file, diagnostics)
  }

  private var peek: UInt8? { index < text.count ? text[index] : nil }

  private var endOfLine: Int { endOfLine(from: index) }

  private func endOfLine(from start: Int) -> Int {
    let lineBreak = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    return lineBreak > start && text[lineBreak - 1] == UInt8(ascii: "\r")
      ? lineBreak - 1 : lineBreak
  }

  /// Leaves out blank lines and comments.
  private mutating func skipToStatement() -> Bool {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        index = endOfLine
      } else if byte.isBlank || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        index += 1
      } else {
        return true
      }
    }
    return false
  }

  private mutating func readStatement() {
    let end = endOfLine
    skipExport(before: end)
    let separator = text[index..<end].firstIndex {
      $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":")
    }
    let name = trimmed(index..<(separator ?? end))
    if let mistake = mistake(inName: name, hasSeparator: separator != nil, before: end) {
      diagnostics.append(mistake)
      index = end
      return
    }
    guard let separator else {
      let word = text[name].text
      diagnostics.append(.variableWithoutValue(word, at: name))
      add(word, name, "", end..<end, .inherited)
      index = end
      return
    }
    index = separator + 1
    while let byte = peek, byte.isBlank { index += 1 }
    let value = trimmed(index..<end)
    let gap = name.upperBound..<(value.isEmpty ? separator + 1 : value.lowerBound)
    if text[gap] != [UInt8(ascii: "=")] { diagnostics.append(.wrongSeparator(at: gap)) }
    readValue(of: name, before: end)
  }

  private mutating func skipExport(before end: Int) {
    let word = Array("export".utf8)
    let next = index + word.count
    guard next < end, text[index...].starts(with: word), text[next].isBlank else { return }
    index = next
    while index < end, text[index].isBlank { index += 1 }
  }

  private func mistake(
    inName name: Range<Int>,
    hasSeparator: Bool,
    before end: Int
  ) -> Diagnostic? {
    let word = text[name].text
    let stranger = text[name].firstIndex { byte in
      !(byte.isNameByte || byte >= 0x80 || [0x2D, 0x2E, 0x5B, 0x5D].contains(byte))
    }
    if !hasSeparator, stranger != nil { return .noAssignment(at: name) }
    if name.isEmpty { return .missingName(at: index..<Swift.max(index + 1, end)) }
    if stranger != nil { return .wrongName(word, at: name) }
    return text[name.lowerBound].isDigit ? .nameWithDigit(word, at: name) : nil
  }

  private mutating func add(
    _ word: String,
    _ name: Range<Int>,
    _ value: String,
    _ range: Range<Int>,
    _ style: EnvFile.Style
  ) {
    if let first = file[word] {
      diagnostics.append(.variableTwice(word, at: name, first: first.nameRange))
    }
    file.entries.append(
      EnvFile.Entry(name: word, nameRange: name, value: value, valueRange: range, style: style)
    )
  }

  private mutating func readValue(of name: Range<Int>, before end: Int) {
    let word = text[name].text
    if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return readQuoted(word, name, quote, before: end)
    }
    let cut = comment(in: index..<end)
    let value = trimmed(index..<(cut ?? end))
    if let mark = value.first, text[mark] == UInt8(ascii: "#"), index > name.upperBound + 1 {
      diagnostics.append(.commentAsValue(at: mark..<end))
    } else if let mark = tabbedComment(in: value) {
      diagnostics.append(.commentAsValue(at: mark..<end))
    }
    diagnostics += EnvVariables.findings(in: value, of: text, defined: file.names)
    add(word, name, text[value].text, value, .plain)
    index = end
  }

  /// Compose ends a value without quotes at ` #`, and only there.
  private func comment(in range: Range<Int>) -> Int? {
    range.dropFirst().first { text[$0] == UInt8(ascii: "#") && text[$0 - 1] == UInt8(ascii: " ") }
  }

  private func tabbedComment(in range: Range<Int>) -> Int? {
    range.dropFirst().first { text[$0] == UInt8(ascii: "#") && text[$0 - 1] == UInt8(ascii: "\t") }
  }

  private mutating func readQuoted(
    _ word: String,
    _ name: Range<Int>,
    _ quote: UInt8,
    before end: Int
  ) {
    let start = index
    guard let close = closing(quote, after: start), !swallowsAssignment(start..<close) else {
      diagnostics.append(.openQuote(quote, of: word, at: start..<Swift.max(start + 1, end)))
      index = end
      return
    }
    let range = start..<(close + 1)
    let isDouble = quote == UInt8(ascii: "\"")
    if isDouble {
      let inner = (start + 1)..<close
      diagnostics += EnvVariables.findings(in: inner, of: text, defined: file.names, escapes: true)
    }
    let value = EnvEscapes.value(of: text[(start + 1)..<close], quote)
    add(word, name, value, range, isDouble ? .double : .single)
    index = close + 1
    let rest = trimmed(index..<endOfLine)
    if let first = rest.first, text[first] != UInt8(ascii: "#") {
      diagnostics.append(.textAfterQuote(of: word, at: rest))
      index = rest.upperBound
    }
  }

  private func closing(_ quote: UInt8, after start: Int) -> Int? {
    var index = start + 1
    while index < text.count {
      if text[index] == quote { return index }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether a quoted value reaches over the beginning of another assignment and ends in the midst
  /// of a line: then its own closing quote is what is missing.
  private func swallowsAssignment(_ range: Range<Int>) -> Bool {
    let rest = trimmed((range.upperBound + 1)..<endOfLine(from: range.upperBound))
    guard let first = rest.first, text[first] != UInt8(ascii: "#") else { return false }
    return text[range].contains(UInt8(ascii: "\n"))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, Swift.max(range.lowerBound, range.upperBound))
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank || text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
