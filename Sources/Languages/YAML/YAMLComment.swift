internal import Text

/// A comment of a YAML text.
package struct YAMLComment: Sendable {
  /// From its `#` to before the line break.
  package var range: Range<Int>
  /// Whether no blank stands before it, where YAML wants one.
  package var isGlued: Bool

  /// Returns the comments of a text, in order.
  package static func comments(in text: [UInt8], _ tree: YAMLTree) -> [YAMLComment] {
    var comments: [YAMLComment] = []
    var place = 0
    for (range, isBlock) in scalars(of: tree) where range.lowerBound >= place {
      scan(text, place..<min(range.lowerBound, text.count), into: &comments)
      if isBlock { scanHeader(text, range, into: &comments) }
      place = min(range.upperBound, text.count)
    }
    if tree.isComplete { scan(text, place..<text.count, into: &comments) }
    return comments
  }

  private static func scalars(of tree: YAMLTree) -> [(range: Range<Int>, isBlock: Bool)] {
    tree.nodes.filter { $0.isScalar && !$0.isAlias && !$0.range.isEmpty }
      .map { ($0.range, $0.style.isBlock) }
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  /// Between scalars stand indicators, names of anchors and tags, blanks and comments.
  private static func scan(
    _ text: [UInt8],
    _ range: Range<Int>,
    into comments: inout [YAMLComment]
  ) {
    var place = range.lowerBound
    while place < range.upperBound {
      switch text[place] {
      case UInt8(ascii: "#"):
        let comment = comment(at: place, in: text)
        comments.append(comment)
        place = max(comment.range.upperBound, place + 1)
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        while place < range.upperBound, !" \t\r\n,]}".utf8.contains(text[place]) { place += 1 }
      default: place += 1
      }
    }
  }

  /// What stands behind the `|` or `>` of a block and its indicators.
  private static func scanHeader(
    _ text: [UInt8],
    _ range: Range<Int>,
    into comments: inout [YAMLComment]
  ) {
    let header = text[range].dropFirst().prefix { $0 != 0x0A && $0 != 0x0D }
    let mark = header.drop { $0 == 0x2B || $0 == 0x2D || $0.isDigit || $0 == 0x20 || $0 == 0x09 }
    guard mark.first == UInt8(ascii: "#") else { return }
    comments.append(comment(at: mark.startIndex, in: text))
  }

  private static func comment(at start: Int, in text: [UInt8]) -> YAMLComment {
    let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
    let before = start == 0 ? 0x0A : text[start - 1]
    return YAMLComment(range: start..<end, isGlued: ![0x20, 0x09, 0x0A, 0x0D].contains(before))
  }
}
