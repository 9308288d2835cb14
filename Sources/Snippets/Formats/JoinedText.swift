/// Parts of a text put together, with the place of every byte in that text.
public struct JoinedText: Sendable {
  /// The parts one after the other.
  public private(set) var bytes: [UInt8] = []
  /// The parts by their start in `bytes`.
  private var parts: [(start: Int, offset: Int)] = []

  /// Appends a part of the text.
  mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    parts.append((bytes.count, range.lowerBound))
    bytes += text[range]
  }

  /// Appends a byte that stands for a place of the text.
  mutating func append(_ byte: UInt8, at offset: Int) {
    parts.append((bytes.count, offset))
    bytes.append(byte)
  }

  /// Returns the bytes of the text that a range of the parts stands for.
  ///
  /// - Parameter part: offsets into ``bytes``, the end exclusive.
  /// - Returns: offsets into the text, the end exclusive.
  public func range(of part: Range<Int>) -> Range<Int> {
    let start = offset(of: part.lowerBound)
    guard !part.isEmpty else { return start..<start }
    return start..<max(start, offset(of: part.upperBound - 1) + 1)
  }

  private func offset(of index: Int) -> Int {
    guard let part = parts.last(where: { $0.start <= index }) else { return 0 }
    return part.offset + index - part.start
  }
}
