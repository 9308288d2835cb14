extension [UInt8] {
  /// Every line of the text without its line break, which is `\n` or `\r\n`.
  ///
  /// A text that ends in a line break has no empty last line.
  package var physicalLines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < count {
      let lineBreak = self[start...].firstIndex(of: .lineFeed) ?? count
      let hasReturn = lineBreak > start && self[lineBreak - 1] == UInt8(ascii: "\r")
      lines.append(start..<(hasReturn ? lineBreak - 1 : lineBreak))
      start = lineBreak + 1
    }
    return lines
  }
}
