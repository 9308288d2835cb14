internal import Diagnostics
package import Text

/// A chapter after expansion: its structure is settled, its values are still marks.
package struct ExpandedText: Sendable {
  /// The text with a mark for each hole.
  package var text = MappedText()
  /// What the marks stand for, by their index.
  package var holes: [Hole] = []
  /// The parts that loops have made, in bytes of the text.
  var loops: [Range<Int>] = []
  /// Where a block is missing because it could not be expanded, in bytes of the text.
  var gaps: [Int] = []
  /// How the marks look.
  package var sentinel: Sentinel
}

extension ExpandedText: Hashable {
  /// Two expansions are equal if the same pages come of them, wherever their parts came from.
  package static func == (left: ExpandedText, right: ExpandedText) -> Bool {
    left.text.bytes == right.text.bytes && left.holes == right.holes && left.gaps == right.gaps
  }

  package func hash(into hasher: inout Hasher) {
    text.bytes.hashEnds(into: &hasher)
    hasher.combine(holes.count)
  }
}

extension [UInt8] {
  /// Hashes the length and both ends: enough to tell texts apart, and much quicker than every
  /// byte, which the comparison of equals reads anyway.
  func hashEnds(into hasher: inout Hasher) {
    hasher.combine(count)
    for byte in prefix(32) { hasher.combine(byte) }
    for byte in suffix(96) { hasher.combine(byte) }
  }
}
