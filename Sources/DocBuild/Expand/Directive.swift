internal import Text

/// A line that steers the expansion: `<<each … as …>>`, `<<if …>>`, `<<else>>`, `<<end>>` or
/// `<<include …>>`, alone on its line but for indentation and `>` marks.
package enum Directive: Equatable {
  case each(path: Range<Int>, alias: Range<Int>)
  case condition(Range<Int>)
  case otherwise
  case end
  case include(Range<Int>)
  /// A directive in which something is missing, and what was expected.
  case malformed(String)

  /// Returns the directive on a line, and the range of the directive without its prefix.
  ///
  /// - Parameters:
  ///   - line: the line in bytes of the text, without its line break.
  ///   - text: the text.
  /// - Returns: nothing where the line is text.
  static func parse(
    _ line: Range<Int>,
    of text: [UInt8]
  ) -> (directive: Directive, range: Range<Int>)? {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start].isBlank || text[start] == UInt8(ascii: ">") { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    guard end - start > 4, text[start..<(start + 2)].elementsEqual("<<".utf8),
      text[(end - 2)..<end].elementsEqual(">>".utf8)
    else { return nil }
    let words = split(text, (start + 2)..<(end - 2))
    guard let first = words.first else { return nil }
    let rest = (words.count > 1 ? words[1].lowerBound : end - 2)..<(end - 2)
    let directive: Directive
    switch (String(decoding: text[first], as: UTF8.self), words.count) {
    case ("end", 1): directive = .end
    case ("else", 1): directive = .otherwise
    case ("include", 2): directive = .include(rest)
    case ("include", _): directive = .malformed("`<<include PATH>>` names one file")
    case ("if", 2...): directive = .condition(rest)
    case ("if", _): directive = .malformed("`<<if EXPRESSION>>` needs a condition")
    case ("each", 4) where text[words[2]].elementsEqual("as".utf8) && isAlias(text[words[3]]):
      directive = .each(path: words[1], alias: words[3])
    case ("each", _):
      directive = .malformed(
        "a loop is written `<<each servers.GROUP as NAME>>`, the name in lower-case letters"
      )
    default: return nil
    }
    return (directive, start..<end)
  }

  private static func isAlias(_ name: ArraySlice<UInt8>) -> Bool {
    name.first?.isLower == true && name.allSatisfy { $0.isLower || $0.isDigit }
  }

  private static func split(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    text[range].split(separator: UInt8(ascii: " ")).map { $0.startIndex..<$0.endIndex }
  }
}
