internal import Diagnostics

/// A chapter after expansion: its structure is settled, its values are still marks.
struct ExpandedText: Sendable {
  /// The text with a mark for each hole.
  var text = MappedText()
  /// What the marks stand for, by their index.
  var holes: [Hole] = []
  /// The parts that loops have made, in bytes of the text.
  var loops: [Range<Int>] = []
  /// How the marks look.
  var sentinel: Sentinel
}

extension ExpandedText: Hashable {
  /// Two expansions are equal if the same pages come of them, wherever their parts came from.
  static func == (left: ExpandedText, right: ExpandedText) -> Bool {
    left.text.bytes == right.text.bytes && left.holes == right.holes
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text.bytes)
    hasher.combine(holes.count)
  }
}
