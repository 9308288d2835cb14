internal import Text

/// How a format that is read line by line comments, quotes and joins its lines.
package struct LineDialect: Sendable {
  /// Bytes that begin a comment where nothing but blanks stands before them.
  package var comments: [UInt8] = [UInt8(ascii: "#")]
  /// Bytes that begin a comment further on in a line.
  package var trailingComments: [UInt8] = []
  /// Whether such a byte must follow a blank, and is part of a word otherwise.
  package var trailingCommentsNeedBlank = true
  /// Bytes that begin a quoted part, which the same byte ends; comments do not begin in it.
  package var quotes: [UInt8] = []
  /// Whether a backslash takes the meaning from the byte behind it.
  package var hasEscapes = false
  /// Whether a backslash at the end of a line joins it with the next one.
  package var joinsAtBackslash = false
  /// Whether a comment between joined lines is left out, as systemd does, rather than ending them.
  package var joinsOverComments = false

  /// Creates a dialect; without arguments `#` begins a comment, and nothing else has a meaning.
  package init(
    comments: [UInt8] = [UInt8(ascii: "#")],
    trailingComments: [UInt8] = [],
    trailingCommentsNeedBlank: Bool = true,
    quotes: [UInt8] = [],
    hasEscapes: Bool = false,
    joinsAtBackslash: Bool = false,
    joinsOverComments: Bool = false
  ) {
    self.comments = comments
    self.trailingComments = trailingComments
    self.trailingCommentsNeedBlank = trailingCommentsNeedBlank
    self.quotes = quotes
    self.hasEscapes = hasEscapes
    self.joinsAtBackslash = joinsAtBackslash
    self.joinsOverComments = joinsOverComments
  }
}

/// A line that says something: without its comment and the blanks around it, joined with the lines
/// that continue it.
package struct LogicalLine: Sendable {
  /// What the line says; a blank stands where lines were joined.
  private var content = MappedText()
  /// Whether blanks stood before it.
  package private(set) var isIndented = false

  /// What the line says.
  package var bytes: [UInt8] { content.bytes }

  /// Returns the bytes of the text that a part of the line stands for.
  package func range(of part: Range<Int>) -> Range<Int> { content.range(of: part) }

  /// The whole line in bytes of the text.
  package var range: Range<Int> { range(of: 0..<bytes.count) }

  /// Returns the lines of a text that say something.
  package static func lines(of text: [UInt8], _ dialect: LineDialect) -> [LogicalLine] {
    var lines: [LogicalLine] = []
    var open: LogicalLine?
    for range in text.physicalLines {
      let content = range.dropping(while: { text[$0].isBlank })
      let isComment = content.first.map { dialect.comments.contains(text[$0]) } ?? false
      if isComment {
        if open != nil, !dialect.joinsOverComments { lines.append(finished: &open) }
        continue
      }
      var line = open ?? LogicalLine()
      open = nil
      if line.bytes.isEmpty { line.isIndented = content.lowerBound > range.lowerBound }
      let isJoined = dialect.joinsAtBackslash && endsInBackslash(text[content])
      line.append(isJoined ? content.dropLast() : content, of: text, dialect)
      if isJoined { open = line } else { lines.append(finished: line) }
    }
    lines.append(finished: &open)
    return lines
  }

  /// An even number of backslashes is that many of them escaped.
  private static func endsInBackslash(_ line: ArraySlice<UInt8>) -> Bool {
    line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  private mutating func append(_ range: Range<Int>, of text: [UInt8], _ dialect: LineDialect) {
    let end = dialect.endOfContent(in: text[range])
    if !bytes.isEmpty { content.append(UInt8(ascii: " "), at: range.lowerBound) }
    content.append(range.lowerBound..<end, of: text)
  }
}

extension LineDialect {
  /// Returns where a line ends before its comment and the blanks in front of that.
  fileprivate func endOfContent(in line: ArraySlice<UInt8>) -> Int {
    var quote: UInt8?
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if hasEscapes, byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        index += 2
        end = Swift.min(index, line.endIndex)
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if quotes.contains(byte) {
        quote = byte
      } else if trailingComments.contains(byte) {
        let isAlone = index == line.startIndex || line[index - 1].isBlank
        if isAlone || !trailingCommentsNeedBlank { break }
      }
      index += 1
      if !byte.isBlank { end = index }
    }
    return end
  }
}

extension [LogicalLine] {
  fileprivate mutating func append(finished line: LogicalLine) {
    if !line.bytes.isEmpty { append(line) }
  }

  fileprivate mutating func append(finished line: inout LogicalLine?) {
    if let whole = line { append(finished: whole) }
    line = nil
  }
}

extension Range<Int> {
  fileprivate func dropping(while matches: (Int) -> Bool) -> Range<Int> {
    var start = lowerBound
    while start < upperBound, matches(start) { start += 1 }
    return start..<upperBound
  }

  fileprivate func dropLast() -> Range<Int> { lowerBound..<Swift.max(lowerBound, upperBound - 1) }
}
