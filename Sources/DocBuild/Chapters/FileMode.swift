/// The permissions of an extracted file.
package enum FileMode {
  /// Reads three or four octal digits; nothing for anything else.
  package static func read(_ text: String) -> UInt16? {
    3...4 ~= text.utf8.count ? UInt16(text, radix: 8) : nil
  }
}

/// The lines of a fence that are marked.
package enum LineMarks {
  /// Reads numbers and ranges of lines, counted from 1, with commas between; nothing for anything
  /// else.
  package static func read(_ text: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard 1...2 ~= ends.count, let first = ends.first, let last = ends.last, first > 0,
        first <= last
      else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }
}
