extension YAMLNode {
  /// Returns where a byte of a literal block scalar's text stands in the YAML text.
  ///
  /// - Parameters:
  ///   - offset: in bytes of ``text``, from 0 to its length, inclusive.
  ///   - source: the YAML text that the node was read from.
  /// - Returns: nothing for scalars of another style, whose text is not a copy of their lines.
  func sourceOffset(ofText offset: Int, in source: [UInt8]) -> Int? {
    guard style == .literal else { return nil }
    let before = text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    var start = range.lowerBound
    for _ in 0...line {
      guard let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    return min(start + indentation(in: source) + column, source.count)
  }

  /// The blanks before the first line of the text that has any other character.
  private func indentation(in source: [UInt8]) -> Int {
    guard let header = source[range.lowerBound...].firstIndex(of: UInt8(ascii: "\n")) else {
      return 0
    }
    let lines = source[(header + 1)...].split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: true
    )
    let first = lines.first { line in line.contains { $0 != UInt8(ascii: " ") } }
    let own = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return max(0, (first?.prefix { $0 == UInt8(ascii: " ") }.count ?? 0) - own)
  }
}
