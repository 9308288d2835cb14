package import Diagnostics

/// A text put together from parts of source files, in which every byte knows where it came from.
package struct MappedText: Sendable {
  /// The text itself.
  package private(set) var bytes: [UInt8] = []
  /// Sorted by their start in the text, without gaps.
  private var segments: [Segment] = []

  /// Creates an empty text.
  package init() {}

  /// Creates a text of which every byte stands for itself.
  package init(_ text: [UInt8]) { append(text.indices, of: text) }

  /// A part that was copied from a file, or that stands for a part of a file.
  private struct Segment: Sendable {
    var start: Int
    var source: Location.Source
    var origin: Range<Int>
    /// Whether bytes correspond one to one; otherwise the whole stands for the whole.
    var isCopy: Bool
  }

  /// What its parts came from.
  package var sources: Set<Location.Source> { Set(segments.map(\.source)) }

  /// Reserves room for a number of bytes.
  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends a part of a file as it is.
  package mutating func append(copying range: Range<Int>, of file: SourceFile) {
    guard !range.isEmpty else { return }
    if let last = segments.last, last.isCopy, last.source == .file(file.path),
      last.origin.upperBound == range.lowerBound
    {
      segments[segments.count - 1].origin = last.origin.lowerBound..<range.upperBound
    } else {
      segments.append(
        Segment(start: bytes.count, source: .file(file.path), origin: range, isCopy: true)
      )
    }
    bytes += file.bytes[range]
  }

  /// Appends a part of a text without a file.
  package mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    guard !range.isEmpty else { return }
    segments.append(Segment(start: bytes.count, source: .text, origin: range, isCopy: true))
    bytes += text[range]
  }

  /// Appends a byte that stands for a byte of a text without a file.
  package mutating func append(_ byte: UInt8, at offset: Int) {
    append(CollectionOfOne(byte), standingFor: Location(range: offset..<(offset + 1)))
  }

  /// Appends a text that stands for a part of a file, such as a value for its placeholder.
  package mutating func append(_ text: some Sequence<UInt8>, standingFor origin: Location) {
    let start = bytes.count
    bytes += text
    guard bytes.count > start else { return }
    segments.append(
      Segment(start: start, source: origin.source, origin: origin.range, isCopy: false)
    )
  }

  /// Appends a part of another mapped text; its bytes keep their origins.
  package mutating func append(_ range: Range<Int>, of other: MappedText) {
    guard !range.isEmpty else { return }
    var index = other.index(containing: range.lowerBound)
    while index < other.segments.count, other.segments[index].start < range.upperBound {
      var segment = other.segments[index]
      let end = other.end(of: index)
      let from = max(segment.start, range.lowerBound)
      let to = min(end, range.upperBound)
      if segment.isCopy {
        let offset = segment.origin.lowerBound - segment.start
        segment.origin = (from + offset)..<(to + offset)
      }
      segment.start = bytes.count + from - range.lowerBound
      segments.append(segment)
      index += 1
    }
    bytes += other.bytes[range]
  }

  /// Appends another mapped text; its bytes keep their origins.
  package mutating func append(_ other: MappedText) { append(other.bytes.indices, of: other) }

  /// Returns where a range of the text came from.
  ///
  /// A range over several files is cut at the end of the first.
  ///
  /// - Parameter range: offsets into the text; what lies outside is clamped.
  /// - Returns: nothing where the text is empty.
  package func origin(of range: Range<Int>) -> Location? {
    guard !segments.isEmpty else { return nil }
    let lower = min(max(range.lowerBound, 0), bytes.count)
    let upper = min(max(range.upperBound, lower), bytes.count)
    let first = index(containing: min(lower, bytes.count - 1))
    let start = place(of: lower, in: first, isEnd: false)
    guard upper > lower else {
      return Location(in: segments[first].source, range: start..<start)
    }
    var last = index(containing: upper - 1)
    while last > first, segments[last].source != segments[first].source { last -= 1 }
    let end = place(of: min(upper, self.end(of: last)), in: last, isEnd: true)
    return Location(in: segments[first].source, range: start..<max(start, end))
  }

  /// Returns the bytes that a range stands for in a text without a file.
  ///
  /// - Parameter range: offsets into ``bytes``, the end exclusive.
  /// - Returns: offsets into the text, the end exclusive; an empty range at 0 where nothing was
  ///   appended.
  package func range(of range: Range<Int>) -> Range<Int> { origin(of: range)?.range ?? 0..<0 }

  private func place(of offset: Int, in index: Int, isEnd: Bool) -> Int {
    let segment = segments[index]
    if segment.isCopy { return segment.origin.lowerBound + offset - segment.start }
    let isPast = offset >= end(of: index)
    return isEnd || isPast ? segment.origin.upperBound : segment.origin.lowerBound
  }

  private func end(of index: Int) -> Int {
    index + 1 < segments.count ? segments[index + 1].start : bytes.count
  }

  private func index(containing offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
