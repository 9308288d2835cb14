/// The rows of a tab-separated table with a header line, found by the name in one column.
///
/// A table of a megabyte is read in a few milliseconds: its cells stay bytes until they are asked
/// for.
struct NamedRows: Sendable {
  private let bytes: [UInt8]
  /// The first byte of each row, and the byte after the last row.
  private let starts: [Int]
  private let column: Int
  /// A hash table with open addressing: the number of a row plus one, or 0.
  private let slots: [Int32]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, a line a row.
  ///   - column: the column with the names, counted from 0.
  init(_ bytes: [UInt8], namedBy column: Int) {
    self.bytes = bytes
    self.column = column
    starts = Self.starts(of: bytes)
    var slots = [Int32](repeating: 0, count: Self.size(forRows: starts.count))
    for row in 0..<(starts.count - 1) {
      let name = Self.cell(column, in: starts[row]..<starts[row + 1], of: bytes)
      var slot = Self.hash(bytes[name]) & (slots.count - 1)
      while slots[slot] != 0 {
        let other = Int(slots[slot]) - 1
        let taken = Self.cell(column, in: starts[other]..<starts[other + 1], of: bytes)
        // Of a name that stands twice the first row counts.
        if bytes[taken] == bytes[name] { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 { slots[slot] = Int32(row + 1) }
    }
    self.slots = slots
  }

  /// The number of rows without the header.
  var count: Int { starts.count - 1 }

  /// Returns the number of the first row with a name.
  func row(named name: String) -> Int? {
    let name = Array(name.utf8)
    var slot = Self.hash(name[...]) & (slots.count - 1)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if bytes[Self.cell(column, in: starts[row]..<starts[row + 1], of: bytes)] == name[...] {
        return row
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether no row before has the name of this one.
  func isFirst(_ row: Int) -> Bool {
    let name = text(row, column)
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if text(other, column) == name { return other == row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return true
  }

  /// Whether a row is an empty line.
  func isBlank(_ row: Int) -> Bool {
    bytes[starts[row]..<starts[row + 1]].allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a row has a name, or one that fits a pattern with `*` at one end.
  func has(_ pattern: String) -> Bool {
    let fixed = Array(pattern.utf8.filter { $0 != UInt8(ascii: "*") })
    if pattern.hasPrefix("*") {
      return (0..<count).contains { text($0, column).suffix(fixed.count) == fixed[...] }
    }
    guard pattern.hasSuffix("*") else { return row(named: pattern) != nil }
    return (0..<count).contains { text($0, column).starts(with: fixed) }
  }

  /// Returns a cell of a row; empty where the row is shorter.
  subscript(row: Int, column: Int) -> String {
    String(decoding: text(row, column), as: UTF8.self)
  }

  /// Returns where a cell is, in bytes of the table.
  func range(_ row: Int, _ column: Int) -> Range<Int> {
    Self.cell(column, in: starts[row]..<starts[row + 1], of: bytes)
  }

  /// The cells of the header.
  var header: [String] {
    let line = bytes[bytes.startOfText..<(starts.first ?? bytes.count)].split {
      $0 == 0x0A || $0 == 0x0D
    }
    guard let first = line.first else { return [] }
    return first.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Returns the bytes of a cell of a row.
  func text(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    bytes[Self.cell(column, in: starts[row]..<starts[row + 1], of: bytes)]
  }

  private static func starts(of bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(bytes.count / 48)
    let span = bytes.span
    for index in span.indices where span[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.isEmpty || starts.last != bytes.count { starts.append(bytes.count) }
    return starts
  }

  /// A power of two that leaves half of the slots free.
  private static func size(forRows rows: Int) -> Int {
    var size = 16
    while size < rows * 2 { size *= 2 }
    return size
  }

  private static func cell(_ column: Int, in row: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    let span = bytes.span
    var left = column
    var start = row.lowerBound
    var end = start
    while end < row.upperBound, span[end] != UInt8(ascii: "\n") {
      if span[end] == UInt8(ascii: "\t") {
        if left == 0 { break }
        left -= 1
        start = end + 1
      }
      end += 1
    }
    if end > start, end == row.upperBound || span[end] == UInt8(ascii: "\n"),
      span[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return left == 0 ? start..<end : end..<end
  }

  /// FNV-1a.
  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
