/// A file as it was read, with the index that turns byte offsets into lines and columns.
public struct SourceFile: Sendable {
  /// The path that diagnostics carry.
  public let path: String
  /// The whole content, UTF-8.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line, after a byte order mark; never empty.
  private let lineStarts: [Int]

  /// Creates a file from its content.
  ///
  /// LF, CR and CRLF end lines, as in CommonMark and YAML.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == feed || byte == carriageReturn {
      let isFirstOfTwo =
        byte == carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == feed
      if !isFirstOfTwo { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// A line and a column, both counted from 1; columns count Unicode scalars.
  public struct Position: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int
  }

  /// The number of lines; a text that ends in a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line and column of a byte offset.
  ///
  /// - Parameter offset: from 0 to the number of bytes, inclusive; what lies outside is clamped.
  /// - Returns: the position of the byte, or of the end of the file.
  public func position(at offset: Int) -> Position {
    let clamped = min(max(offset, lineStarts[0]), bytes.count)
    let line = lineIndex(containing: clamped)
    let scalars = bytes[lineStarts[line]..<clamped].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: scalars + 1)
  }

  /// Returns the column of a byte offset in UTF-8 bytes, from 1.
  ///
  /// - Parameter offset: from 0 to the number of bytes, inclusive; what lies outside is clamped.
  /// - Returns: how many bytes of its line are before it, and one more.
  public func byteColumn(at offset: Int) -> Int {
    let clamped = min(max(offset, lineStarts[0]), bytes.count)
    return clamped - lineStarts[lineIndex(containing: clamped)] + 1
  }

  /// Returns the bytes of a line without its line break.
  ///
  /// - Parameter number: from 1 to ``lineCount``.
  /// - Returns: the bytes from the start of the line to before its line break.
  public func range(ofLine number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    guard number < lineStarts.count else { return start..<bytes.count }
    let last = lineStarts[number] - 1
    let endsInTwo =
      last > start && bytes[last] == UInt8(ascii: "\n") && bytes[last - 1] == UInt8(ascii: "\r")
    return start..<(endsInTwo ? last - 1 : last)
  }

  /// Returns the line, counted from 1, that holds a byte offset.
  public func line(containing offset: Int) -> Int {
    lineIndex(containing: min(max(offset, 0), bytes.count)) + 1
  }

  private func lineIndex(containing offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
