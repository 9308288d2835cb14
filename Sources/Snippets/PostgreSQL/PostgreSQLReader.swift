internal import Diagnostics
internal import Languages
internal import Text

/// A line of postgresql.conf: a parameter and its value, or `include` and a path.
struct PostgreSQLSetting: Sendable {
  var name: Word
  /// Without its quotes.
  var value: Word

  /// The name as PostgreSQL compares it.
  var key: String { name.text.lowercased() }

  /// Whether it names another file instead of a parameter.
  var isInclude: Bool { ["include", "include_if_exists", "include_dir"].contains(key) }
}

/// Reads postgresql.conf line by line (`guc-file.l` of PostgreSQL).
struct PostgreSQLReader {
  private let text: [UInt8]
  private var index: Int
  private let end: Int

  /// Returns the settings of a text, and the lines that PostgreSQL cannot read.
  static func read(_ text: [UInt8]) -> Outcome<[PostgreSQLSetting]> {
    var result = Outcome<[PostgreSQLSetting]>([])
    for line in text.physicalLines {
      var reader = PostgreSQLReader(text: text, index: line.lowerBound, end: line.upperBound)
      reader.skipBlanks()
      guard !reader.isAtEnd else { continue }
      switch reader.readSetting() {
      case .success(let setting): result.value.append(setting)
      case .failure(let mistake): result.diagnostics.append(mistake.diagnostic)
      }
    }
    return result
  }

  /// A line that is none.
  private struct Mistake: Error {
    var diagnostic: Diagnostic
  }

  private var isAtEnd: Bool { index >= end || text[index] == .hash }

  private mutating func skipBlanks() {
    while index < end, text[index].isBlank { index += 1 }
  }

  private mutating func readSetting() -> Result<PostgreSQLSetting, Mistake> {
    let name = readName()
    guard let name else {
      return mistake(.postgresqlName(at: index..<end))
    }
    skipBlanks()
    if index < end, text[index] == .equals {
      index += 1
      skipBlanks()
    }
    guard !isAtEnd else { return mistake(.postgresqlNoValue(name)) }
    let value: Word
    if text[index] == .apostrophe {
      guard let quoted = readQuoted() else {
        return mistake(.postgresqlQuote(at: index..<end))
      }
      value = quoted
    } else {
      let start = index
      index = endOfPlainValue
      guard index > start else { return mistake(.postgresqlNeedsQuotes(plainRest(start))) }
      value = Word(text: text[start..<index].text, range: start..<index)
    }
    let valueEnd = index
    skipBlanks()
    guard isAtEnd else {
      // What stands right behind a value belongs to it in the mind of the author.
      let isPart =
        !value.isQuoted && text[index] != .semicolon
        && (index == valueEnd || Self.isUnit(text[index..<end]))
      let rest = isPart ? plainRest(value.range.lowerBound) : plainRest(index)
      return mistake(isPart ? .postgresqlNeedsQuotes(rest) : .postgresqlExtra(rest))
    }
    return .success(PostgreSQLSetting(name: name, value: value))
  }

  private func mistake<Value>(_ diagnostic: Diagnostic) -> Result<Value, Mistake> {
    .failure(Mistake(diagnostic: diagnostic))
  }

  private static func isUnit(_ rest: ArraySlice<UInt8>) -> Bool {
    let word = rest.prefix { !$0.isBlank && $0 != .hash }.text
    return PostgreSQLUnit.named(word) != nil
  }

  /// What is written from a place on, without the comment and the blanks behind it.
  private func plainRest(_ start: Int) -> Word {
    var stop = text[start..<end].firstIndex(of: .hash) ?? end
    while stop > start, text[stop - 1].isBlank { stop -= 1 }
    return Word(text: text[start..<stop].text, range: start..<stop)
  }

  /// A name, or two with a point between them.
  private mutating func readName() -> Word? {
    let start = index
    guard let first = endOfIdentifier(from: index) else { return nil }
    index = first
    if index < end, text[index] == .point, let second = endOfIdentifier(from: index + 1) {
      index = second
    }
    return Word(text: text[start..<index].text, range: start..<index)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .underscore || byte >= 0x80
  }

  private func endOfIdentifier(from start: Int) -> Int? {
    guard start < end, Self.isLetter(text[start]) else { return nil }
    return text[start..<end].firstIndex { !Self.isLetter($0) && !$0.isDigit } ?? end
  }

  /// A number with a unit, or letters with few signs among them.
  private var endOfPlainValue: Int {
    if Self.isLetter(text[index]) {
      return text[index..<end].firstIndex {
        !Self.isLetter($0) && !$0.isDigit && ![.hyphen, .point, .colon, .slash].contains($0)
      } ?? end
    }
    var place = index
    if [.hyphen, .plus].contains(text[place]) { place += 1 }
    let isHexadecimal = text[place..<end].starts(with: [UInt8(ascii: "0"), UInt8(ascii: "x")])
    if isHexadecimal { place += 2 }
    let digits = text[place..<end].prefix { isHexadecimal ? $0.isHexadecimal : $0.isDigit }
    place = digits.endIndex
    if !isHexadecimal, place < end, text[place] == .point {
      let decimals = text[(place + 1)..<end].prefix(while: \.isDigit)
      guard !digits.isEmpty || !decimals.isEmpty else { return index }
      return endOfExponent(from: decimals.endIndex)
    }
    guard !digits.isEmpty else { return index }
    return text[place..<end].firstIndex { !$0.isLetter } ?? end
  }

  private func endOfExponent(from start: Int) -> Int {
    guard start < end, text[start].lowercased == UInt8(ascii: "e") else { return start }
    var place = start + 1
    if place < end, [.hyphen, .plus].contains(text[place]) { place += 1 }
    let digits = text[place..<end].prefix(while: \.isDigit)
    return digits.isEmpty ? start : digits.endIndex
  }

  /// In quotes a doubled one and one behind a backslash stand for themselves.
  private mutating func readQuoted() -> Word? {
    let start = index
    var content: [UInt8] = []
    var place = index + 1
    while place < end {
      let byte = text[place]
      place += 1
      if byte == .backslash, place < end {
        content.append(text[place])
        place += 1
      } else if byte != .apostrophe {
        content.append(byte)
      } else if place < end, text[place] == .apostrophe {
        content.append(byte)
        place += 1
      } else {
        index = place
        return Word(text: content.text, range: start..<place, isQuoted: true)
      }
    }
    return nil
  }
}
