internal import Text

/// Ports as files write them: one, or a range with `-` between.
package enum PortRange {
  /// Reads a port or a range of ports; nothing for anything else.
  package static func read(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { $0.isDigit } ? Int(part) ?? 0 : 0
    }
    guard 1...2 ~= ends.count, ends.allSatisfy({ 1...65535 ~= $0 }) else { return nil }
    let last = ends.count == 2 ? ends[1] : ends[0]
    return ends[0] <= last ? ends[0]...last : nil
  }
}
