internal import Diagnostics
internal import Text

/// Where the front matter of a text is, by its lines alone.
///
/// A first line `---` may also be a thematic break. It opens front matter where the next line is
/// not empty and the text has a second such line, and wherever a key follows it.
enum FrontMatterBounds: Equatable {
  case absent
  /// Front matter with its text, and where the text of the chapter begins.
  case present(yaml: Range<Int>, end: Int)
  /// Its opening line, and where the text that has no second line of hyphens seems to end.
  case unclosed(Range<Int>, end: Int)
  /// An opening line that is not the first of the text, or indented.
  case misplaced(Range<Int>, end: Int)
  /// An opening line `+++`, which other programs take for TOML.
  case toml(Range<Int>, end: Int)

  /// Finds the front matter of a text.
  init(of text: SourceFile) {
    self = .absent
    let first = (1...text.lineCount).first { !Self.isBlank($0, text) } ?? 1
    let opening = text.range(ofLine: first)
    guard first < text.lineCount, let mark = Self.mark(first, text) else { return }
    let closing = ((first + 1)...text.lineCount).first { number in
      Self.mark(number, text) == mark
    }
    let next = ((first + 1)...text.lineCount).first { !Self.isBlank($0, text) } ?? first
    let hasKey = Self.isKey(next, text)
    let end = closing.map { Self.start(after: $0, text) } ?? Self.endOfKeys(from: next, text)
    if mark == UInt8(ascii: "+") {
      if closing != nil, Self.isAssignment(next, text) { self = .toml(opening, end: end) }
      return
    }
    let isFirst = first == 1 && text.bytes[opening].first == mark
    if !isFirst {
      if hasKey, closing != nil { self = .misplaced(opening, end: end) }
    } else if let closing {
      guard hasKey || next == first + 1 else { return }
      let start = text.range(ofLine: first + 1).lowerBound
      self = .present(yaml: start..<text.range(ofLine: closing).lowerBound, end: end)
    } else if hasKey {
      self = .unclosed(opening, end: end)
    }
  }

  /// Returns what is wrong with the head of a partial: it has no front matter.
  static func mistake(inPartial file: SourceFile) -> (finding: Diagnostic, end: Int)? {
    switch Self(of: file) {
    case .absent: return nil
    case .present(_, let end), .unclosed(_, let end), .misplaced(_, let end), .toml(_, let end):
      let finding = Diagnostic.wrongFrontMatter(
        "a partial has no front matter; only chapters do",
        at: Location(path: file.path, range: file.range(ofLine: 1))
      )
      return (finding, end)
    }
  }

  private static func start(after number: Int, _ text: SourceFile) -> Int {
    number < text.lineCount ? text.range(ofLine: number + 1).lowerBound : text.bytes.count
  }

  /// The start of the first line that is empty or no part of a mapping.
  private static func endOfKeys(from first: Int, _ text: SourceFile) -> Int {
    let end = (first...text.lineCount).first { number in
      let line = text.bytes[text.range(ofLine: number)]
      return !isKey(number, text) && line.first.map { !$0.isBlank && $0 != .hyphen } ?? true
    }
    return end.map { text.range(ofLine: $0).lowerBound } ?? text.bytes.count
  }

  private static func isBlank(_ number: Int, _ text: SourceFile) -> Bool {
    text.bytes[text.range(ofLine: number)].allSatisfy(\.isBlank)
  }

  /// The character of a line of three hyphens or plus signs, with spaces around them.
  private static func mark(_ number: Int, _ text: SourceFile) -> UInt8? {
    let line = text.bytes[text.range(ofLine: number)].split { $0.isBlank }
    guard line.count == 1, line[0].count == 3, let mark = line[0].first,
      mark == .hyphen || mark == UInt8(ascii: "+"), line[0].allSatisfy({ $0 == mark })
    else { return nil }
    return mark
  }

  /// Whether a line begins with a name and a colon, as in `title: A page`.
  private static func isKey(_ number: Int, _ text: SourceFile) -> Bool {
    let line = text.bytes[text.range(ofLine: number)]
    let rest = line.drop { $0.isNameByte || $0 == .hyphen }
    guard rest.count < line.count, rest.first == UInt8(ascii: ":") else { return false }
    return rest.dropFirst().first.map(\.isBlank) ?? true
  }

  /// Whether a line begins with a name and an equals sign, as in `title = "A page"`.
  private static func isAssignment(_ number: Int, _ text: SourceFile) -> Bool {
    let rest = text.bytes[text.range(ofLine: number)].drop { $0.isNameByte || $0 == .hyphen }
    return rest.drop(while: \.isBlank).first == UInt8(ascii: "=")
  }
}
