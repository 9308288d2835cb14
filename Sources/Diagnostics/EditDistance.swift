/// How many insertions, deletions, replacements and swaps of neighbours part two names (optimal
/// string alignment).
enum EditDistance {
  /// Returns the distance of two names, or nothing where it is greater than a limit.
  ///
  /// Only the cells nearer to the diagonal than the limit are looked at.
  static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let (start, tail) = commonEnds(left, right)
    let (rows, columns) = (left.count - start - tail, right.count - start - tail)
    guard rows > 0, columns > 0 else { return max(rows, columns) }
    let far = limit + 1
    // The row that is filled and the two before it, in turn.
    let width = columns + 1
    var cells = [Int](repeating: far, count: 3 * width)
    for column in 0...min(columns, limit) { cells[column] = column }
    for row in 1...rows {
      let (current, previous, before) =
        (row % 3 * width, (row + 2) % 3 * width, (row + 1) % 3 * width)
      let first = max(1, row - limit)
      let last = min(columns, row + limit)
      var least = far
      cells[current + first - 1] = first == 1 ? min(row, far) : far
      let a = left[start + row - 1]
      for column in first...max(first, last) where column <= last {
        let b = right[start + column - 1]
        var best = cells[previous + column - 1] + (a == b ? 0 : 1)
        best = min(best, cells[current + column - 1] + 1)
        if column < row + limit { best = min(best, cells[previous + column] + 1) }
        if row > 1, column > 1, a == right[start + column - 2], left[start + row - 2] == b {
          best = min(best, cells[before + column - 2] + 1)
        }
        cells[current + column] = min(best, far)
        least = min(least, best)
      }
      guard least <= limit || cells[current + first - 1] <= limit else { return nil }
    }
    let distance = cells[rows % 3 * width + columns]
    return distance <= limit ? distance : nil
  }

  /// How many bytes two names have in common at their start, and of the rest at their end.
  private static func commonEnds(_ left: [UInt8], _ right: [UInt8]) -> (start: Int, tail: Int) {
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, left[left.count - 1 - tail] == right[right.count - 1 - tail] {
      tail += 1
    }
    return (start, tail)
  }
}
