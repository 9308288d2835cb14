internal import Text

/// A word of a line, its quotes and escapes taken away.
package struct Word: Sendable, Equatable {
  /// What the program reads.
  package var text: String
  /// In bytes of the text, quotes included.
  package var range: Range<Int>
  /// Whether some of it stands in quotes.
  package var isQuoted = false
  /// Whether every quote in it is closed.
  package var isClosed = true

  /// Creates a word.
  package init(text: String, range: Range<Int>, isQuoted: Bool = false, isClosed: Bool = true) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
    self.isClosed = isClosed
  }
}

extension LogicalLine {
  /// Returns the words of the line: what blanks part outside of quotes.
  ///
  /// - Parameter dialect: whose quotes and escapes count; a backslash has no meaning in single
  ///   quotes.
  /// - Returns: the words in order.
  package func words(_ dialect: LineDialect) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < bytes.count {
      if bytes[index].isBlank {
        index += 1
      } else {
        words.append(readWord(at: &index, dialect))
      }
    }
    return words
  }

  private func readWord(at index: inout Int, _ dialect: LineDialect) -> Word {
    let start = index
    var content: [UInt8] = []
    var quote: UInt8?
    var isQuoted = false
    while index < bytes.count, quote != nil || !bytes[index].isBlank {
      let byte = bytes[index]
      index += 1
      if dialect.hasEscapes, byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"),
        index < bytes.count
      {
        content.append(bytes[index])
        index += 1
      } else if byte == quote {
        quote = nil
      } else if quote == nil, dialect.quotes.contains(byte) {
        quote = byte
        isQuoted = true
      } else {
        content.append(byte)
      }
    }
    return Word(
      text: content.text,
      range: range(of: start..<index),
      isQuoted: isQuoted,
      isClosed: quote == nil
    )
  }
}
