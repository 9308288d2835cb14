internal import Diagnostics
internal import Languages

/// What a file says, in a shape in which other files can ask for it.
enum FileContent: Sendable {
  /// YAML and JSON.
  case value(TypedValue)
  /// What is read line by line.
  case lines([ConfigLine])

  /// A text that a file holds at a place that was asked for.
  struct Found: Sendable {
    /// The texts that the place marks: one for YAML, one for each `?` of a line.
    var texts: [String]
    /// Where each stands, in bytes of the file.
    var ranges: [Range<Int>]
    /// The key of the text; empty for lines.
    var key = ""
    /// Of the key.
    var keyRange = 0..<0
    /// The mapping around the text; nothing for lines.
    var around: TypedValue?
    /// The section of a line.
    var section: [String] = []

    /// The first text.
    var text: String { texts.first ?? "" }
    /// Where the first text stands.
    var range: Range<Int> { ranges.first ?? 0..<0 }
  }

  /// Returns what stands at a place.
  ///
  /// - Parameter place: for YAML, keys with dots between, `*` being every key or element and `*_x`
  ///   every key that ends so; for lines,
  ///   words with blanks between, `*` being any word, `?` one that is asked for and `…` the rest,
  ///   each asked for by itself; the section stands before them in brackets.
  /// - Returns: each match, in the order of the file.
  func all(_ place: String) -> [Found] {
    switch self {
    case .value(let root):
      let path = place.split(separator: ".").map(String.init)
      return Self.walk(root, key: nil, around: nil, path[...])
    case .lines(let lines):
      let pattern = LinePattern(place)
      return lines.flatMap(pattern.matches)
    }
  }

  /// Returns the last text at a place, the one that counts where a setting stands twice.
  func last(_ place: String) -> Found? { all(place).last }

  /// Returns the text of a key beside one that was found: in the same mapping, or the same section.
  func beside(_ found: Found, _ key: String) -> String? {
    switch self {
    case .value:
      guard let value = found.around?[key], !value.isArray, !value.isObject else { return nil }
      return value.shown
    case .lines(let lines):
      return lines.last { $0.section == found.section && $0.words.first?.text == key }
        .flatMap { $0.words.count > 1 ? $0.words[1].text : nil }
    }
  }

  private static func walk(
    _ value: TypedValue,
    key: TypedValue.Member?,
    around: TypedValue?,
    _ path: ArraySlice<String>
  ) -> [Found] {
    guard let first = path.first else {
      guard !value.isObject, !value.isArray else { return [] }
      if case .null = value.content { return [] }
      return [
        Found(
          texts: [value.shown],
          ranges: [value.range],
          key: key?.key ?? "",
          keyRange: key?.keyRange ?? 0..<0,
          around: around
        )
      ]
    }
    let rest = path.dropFirst()
    if value.isArray {
      // A single text stands for a list of one in many files, and so does the reverse here.
      let inner = first == "*" ? rest : path
      return value.elements.flatMap { walk($0, key: key, around: around, inner) }
    }
    if first == "*", !value.isObject { return walk(value, key: key, around: around, rest) }
    return value.members.filter { matches($0.key, first) }.flatMap {
      walk($0.value, key: $0, around: value, rest)
    }
  }
}

extension FileContent {
  private static func matches(_ key: String, _ pattern: String) -> Bool {
    pattern.hasPrefix("*") ? key.hasSuffix(pattern.dropFirst()) : key == pattern
  }
}

/// A line of a file that is read line by line.
struct ConfigLine: Sendable {
  /// The words of the line that began its section; empty before the first one.
  var section: [String] = []
  var words: [Word]
}

/// What lines look like that are asked for.
private struct LinePattern {
  private let section: [String]?
  private let words: [String]

  init(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
      section = rest[rest.index(after: rest.startIndex)..<close].split(separator: " ")
        .map(String.init)
      rest = rest[rest.index(after: close)...]
    } else {
      section = nil
    }
    words = rest.split(separator: " ").map(String.init)
  }

  func matches(_ line: ConfigLine) -> [FileContent.Found] {
    if let section, !fits(line.section, section) { return [] }
    var asked: [Word] = []
    for (index, pattern) in words.enumerated() {
      if pattern == "…" {
        return line.words.dropFirst(index).map {
          FileContent.Found(texts: [$0.text], ranges: [$0.range], section: line.section)
        }
      }
      guard index < line.words.count else { return [] }
      let word = line.words[index]
      if pattern == "?" {
        asked.append(word)
      } else if pattern != "*", pattern.lowercased() != word.text.lowercased() {
        return []
      }
    }
    return [
      FileContent.Found(
        texts: asked.map(\.text),
        ranges: asked.map(\.range),
        section: line.section
      )
    ]
  }

  /// A pattern `[frontend|listen *]` fits each section that begins with one of the words.
  private func fits(_ words: [String], _ pattern: [String]) -> Bool {
    guard words.count >= pattern.count || pattern.last == "*" else { return false }
    return zip(words, pattern).allSatisfy { word, wanted in
      wanted == "*" || wanted.split(separator: "|").contains { $0 == word }
    }
  }
}
