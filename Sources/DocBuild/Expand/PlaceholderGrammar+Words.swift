internal import Text

extension PlaceholderGrammar {
  /// Languages in which `<<word>>` has a meaning of its own: stereotypes, bit strings, references.
  private static let languagesOfWords: Set<String> = [
    "mermaid", "plantuml", "puml", "uml", "elixir", "ex", "exs", "erlang", "erl", "noweb", "nw",
    "org",
  ]

  /// The stereotypes of UML, which prose writes in code spans.
  private static let stereotypes: Set<String> = [
    "abstract", "actor", "annotation", "choice", "component", "datatype", "entity", "enum",
    "enumeration", "extend", "fork", "include", "interface", "join", "service", "struct",
  ]

  private static let blockWords = Directive.words

  /// `<<word>>` without a dot.
  func dotless(
    _ word: String,
    _ cursor: PlaceholderCursor,
    _ start: Int,
    _ place: Surroundings
  ) -> PlaceholderSlip? {
    var cursor = cursor
    let text = cursor.text
    cursor.takeName()
    let name = String(decoding: text[(start + 2)..<cursor.index], as: UTF8.self)
    guard cursor.take(.greaterThan), cursor.take(.greaterThan) else { return nil }
    let isInSpan = place.isProse && isInCodeSpan(text, start)
    guard place.isProse && !isInSpan || isToken(start..<cursor.index, in: text, to: cursor.end),
      !Self.languagesOfWords.contains(place.language),
      !(isInSpan && Self.stereotypes.contains(name)),
      !isHereDocument(start, cursor.index, in: text, after: cursor.end)
    else { return nil }
    let range = start..<cursor.index
    if let meant = MeantPlaceholder(text[range].dropFirst(2).dropLast(2)), isDeclared(meant.key) {
      return slip(range, text, meant)
    }
    let keys = names.keys(endingWith: name)
    return PlaceholderSlip(
      range: range,
      message: "expected a namespace and a dot, as in `<<ip.haproxy_vip>>`, found `<<\(name)>>`",
      instead: keys.map { "<<\($0)>>" },
      keys: keys
    )
  }

  /// A block that is not alone on its line.
  func inlineBlock(
    _ word: String,
    _ cursor: PlaceholderCursor,
    _ start: Int
  ) -> PlaceholderSlip? {
    guard Self.blockWords.contains(word), cursor.index < cursor.end else { return nil }
    let text = cursor.text
    var place = cursor.index
    guard text[place] == .space || text[place] == .greaterThan else { return nil }
    while place + 1 < cursor.end,
      !(text[place] == .greaterThan && text[place + 1] == .greaterThan)
    {
      if text[place] == .lineFeed || text[place] == UInt8(ascii: "\r") { return nil }
      place += 1
    }
    let range = start..<(place + 2)
    guard range.upperBound <= cursor.end, isToken(range, in: text, to: cursor.end) || word != "end",
      !isHereDocument(start, range.upperBound, in: text, after: cursor.end)
    else { return nil }
    let opens = start == 0 || !text[start - 1].isNameByte
    guard opens else { return nil }
    let shown = Self.shown(text[range])
    return PlaceholderSlip(range: range, message: "expected `\(shown)` alone on its line")
  }

  /// `<<key>>>`, unless the third bracket belongs to what is around: a tag, a redirection.
  func thirdBracket(
    after placeholder: Placeholder,
    in text: [UInt8],
    to end: Int,
    _ place: Surroundings
  ) -> PlaceholderSlip? {
    let range = placeholder.range
    let third = range.upperBound
    guard third < end, text[third] == .greaterThan,
      third + 1 >= end || text[third + 1] != .greaterThan
    else { return nil }
    let before = range.lowerBound == 0 ? nil : text[range.lowerBound - 1]
    if let before, before == .quote || before == .apostrophe || before == UInt8(ascii: "=") {
      return nil
    }
    guard !isInTag(text, range.lowerBound) else { return nil }
    let next = third + 1 < end ? text[third + 1] : .lineFeed
    let isCode = !place.isProse || isInCodeSpan(text, range.lowerBound)
    let ends = Set("\r\n\"')],.;:!?|`".utf8).contains(next)
    guard ends || next.isBlank && !isCode else { return nil }
    let right = String(decoding: text[range], as: UTF8.self)
    return PlaceholderSlip(
      range: range.lowerBound..<(third + 1),
      message: "expected `\(right)`, found `\(right)>`",
      instead: [right],
      keys: [placeholder.key]
    )
  }

  /// Whether a tag is open before a place on its line.
  private func isInTag(_ text: [UInt8], _ start: Int) -> Bool {
    let ends: Set<UInt8> = [.lessThan, .greaterThan, .lineFeed, UInt8(ascii: "\r")]
    guard let last = text[..<start].lastIndex(where: ends.contains), text[last] == .lessThan
    else { return false }
    return last + 1 < start && (text[last + 1].isLetter || text[last + 1] == .slash)
  }

  /// Whether what is around a range separates it from other words.
  private func isToken(_ range: Range<Int>, in text: [UInt8], to end: Int) -> Bool {
    let before = range.lowerBound == 0 ? nil : text[range.lowerBound - 1]
    let after = range.upperBound < end ? text[range.upperBound] : nil
    let opens = before.map { Set(" \t\r\n\"'=:/([@`\\|>,".utf8).contains($0) } ?? true
    let closes = after.map { Set(" \t\r\n\"':,/)]`|.;<".utf8).contains($0) } ?? true
    return opens && closes
  }

  /// Whether an odd number of backticks is before a place on its line.
  private func isInCodeSpan(_ text: [UInt8], _ start: Int) -> Bool {
    let line = text[..<start].lastIndex { $0 == .lineFeed || $0 == UInt8(ascii: "\r") } ?? -1
    return text[(line + 1)..<start].count { $0 == .backtick } % 2 == 1
  }

  /// Whether a here-document begins: a line below is the word that follows the brackets.
  func isHereDocument(_ start: Int, _ slipEnd: Int, in text: [UInt8], after end: Int) -> Bool {
    let word = text[(start + 2)..<slipEnd].drop { $0.isBlank }
      .prefix { !$0.isBlank && $0 != .greaterThan }
    guard !word.isEmpty, end <= text.count else { return false }
    return text[end...].split(omittingEmptySubsequences: true) {
      $0 == .lineFeed || $0 == UInt8(ascii: "\r")
    }.contains { line in
      let trimmed = line.drop { $0.isBlank || $0 == .greaterThan }
      return trimmed.elementsEqual(word)
    }
  }

  /// A text as a message shows it: what cannot be seen is spelled out, what is long is cut.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let limit = 60
    let text = scalars.prefix(limit).map { scalar -> String in
      switch scalar.value {
      case 0..<0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
        scalar.escaped(asASCII: true)
      default: String(scalar)
      }
    }.joined()
    return scalars.count > limit ? text + "…" : text
  }
}
