internal import Text

extension PlaceholderGrammar {
  /// How what may be a placeholder begins.
  private enum Opening {
    /// `<<`, with the rest not as it must be.
    case double
    /// `<`.
    case single
    /// `<<<`, `< <`, `&lt;&lt;`, or characters that look like `<<`.
    case other
  }

  /// Returns a slip that no part of the grammar covers: other brackets, other letters, other spaces.
  ///
  /// It is one only where a declared key comes of it when it is put right, so that code with angle
  /// brackets is left alone.
  func nearMiss(
    in text: [UInt8],
    at start: Int,
    to end: Int,
    _ place: Surroundings
  ) -> PlaceholderSlip? {
    guard let (opening, inner) = opening(in: text, at: start, to: end),
      let closing = closing(in: text, from: inner, to: end), !isEscaped(text, start)
    else { return nil }
    let content = text[inner..<closing.range.lowerBound]
    guard let meant = MeantPlaceholder(content), !meant.hasRest, isDeclared(meant.key),
      let first = content.first
    else { return nil }
    switch opening {
    case .double:
      guard closing.isDouble || !first.isBlank && content.last?.isBlank == false else { return nil }
      guard !(first.isBlank && isShift(text, start, place)) else { return nil }
    case .single:
      guard closing.isDouble, start == 0 || !text[start - 1].isNameByte else { return nil }
    case .other: guard closing.isDouble else { return nil }
    }
    let range = start..<closing.range.upperBound
    let next = range.upperBound < end ? text[range.upperBound] : .lineFeed
    guard opening == .double || !next.isNameByte && next != UInt8(ascii: "$"),
      !isHereDocument(inner - 2, closing.range.lowerBound, in: text, after: end)
    else { return nil }
    return slip(range, text, meant)
  }

  /// Returns the slip in a declared namespace that takes a range.
  func slip(in text: [UInt8], _ range: Range<Int>) -> PlaceholderSlip {
    let inner = text[range].dropFirst(2)
    let last = inner.lastIndex { $0 != .greaterThan } ?? inner.startIndex
    if let meant = MeantPlaceholder(inner[...last]) {
      if isDeclared(meant.key) { return slip(range, text, meant) }
      if let key = names.onlySlip(of: meant.key) {
        var right = meant
        right.key = key
        return slip(range, text, right)
      }
    }
    return PlaceholderSlip(
      range: range,
      message: "expected `<<namespace.name>>` or `<<namespace.name HINT>>` on one line, found "
        + "`\(Self.shown(text[range]))`"
    )
  }

  func slip(
    _ range: Range<Int>,
    _ text: [UInt8],
    _ meant: MeantPlaceholder
  ) -> PlaceholderSlip {
    let hint = meant.hint.flatMap { names.hint(of: meant.key) == $0 ? " \($0)" : nil } ?? ""
    let right = "<<\(meant.key)\(hint)>>"
    return PlaceholderSlip(
      range: range,
      message: "expected `\(right)`, found `\(Self.shown(text[range]))`",
      instead: [right],
      keys: [meant.key]
    )
  }

  func isDeclared(_ key: String) -> Bool {
    names.prints(key) || aliases.contains(String(key.prefix { $0 != "." }))
  }

  /// Whether `<<` comes after an operand in a language that shifts bits or writes to streams so.
  private func isShift(_ text: [UInt8], _ start: Int, _ place: Surroundings) -> Bool {
    guard !place.isProse, Self.languagesOfShifts.contains(place.language) else { return false }
    let before = text[..<start].last { !$0.isBlank }
    return before.map { $0.isNameByte || Set(")]\"'".utf8).contains($0) } ?? false
  }

  private static let languagesOfShifts: Set<String> = [
    "c", "cpp", "c++", "cs", "csharp", "go", "java", "javascript", "js", "kotlin", "perl", "php",
    "py", "python", "rb", "ruby", "rs", "rust", "scala", "swift", "ts", "typescript",
  ]

  // MARK: Brackets

  /// How a possible placeholder begins, and where what is in its brackets does.
  private func opening(
    in text: [UInt8],
    at start: Int,
    to end: Int
  ) -> (Opening, inner: Int)? {
    func follows(_ word: String, at place: Int) -> Bool {
      let end = place + word.utf8.count
      return end <= text.count && text[place..<end].elementsEqual(word.utf8)
    }
    for mark in ["<<<", "< <", "&lt;&lt;", "&#60;&#60;", "&lt;<", "<&lt;", "＜＜", "≪"]
    where follows(mark, at: start) {
      let inner = start + mark.utf8.count
      return inner < end && text[inner] != .lessThan ? (.other, inner) : nil
    }
    if follows("<<", at: start) { return (.double, start + 2) }
    return follows("<", at: start) ? (.single, start + 1) : nil
  }

  /// The first brackets that close, and whether they are two.
  private func closing(
    in text: [UInt8],
    from start: Int,
    to end: Int
  ) -> (range: Range<Int>, isDouble: Bool)? {
    let limit = min(end, start + Self.longest)
    for place in start..<limit {
      switch text[place] {
      case .lessThan, .lineFeed, UInt8(ascii: "\r"): return nil
      case .greaterThan, UInt8(ascii: "&"), 0xE2, 0xEF:
        for mark in [">>", "> >", "&gt;&gt;", "&#62;&#62;", "&gt;>", "＞＞", "≫"] {
          let stop = place + mark.utf8.count
          if stop <= end, text[place..<stop].elementsEqual(mark.utf8) {
            return (place..<stop, true)
          }
        }
        if text[place] == .greaterThan { return (place..<(place + 1), false) }
      default: break
      }
    }
    return nil
  }
}
