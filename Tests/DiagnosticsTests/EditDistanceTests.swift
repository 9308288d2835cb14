import Testing

@testable import Diagnostics

@Suite struct EditDistanceTests {
  /// The whole table of distances, without a limit.
  private static func plain(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    for row in 1...left.count {
      for column in 1...right.count {
        let (a, b) = (left[row - 1], right[column - 1])
        var best = table[row - 1][column - 1] + (a == b ? 0 : 1)
        best = min(best, table[row][column - 1] + 1, table[row - 1][column] + 1)
        if row > 1, column > 1, a == right[column - 2], left[row - 2] == b {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }

  /// Numbers that follow from a seed.
  private struct Numbers {
    var state: UInt64 = 7

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func name() -> [UInt8] {
      let length = next(below: 30)
      return (0..<length).map { _ in UInt8(97 + next(below: 4)) }
    }
  }

  @Test func `a limit changes nothing but what is beyond it`() {
    var numbers = Numbers()
    for _ in 0..<1_000 {
      let left = numbers.name()
      var right = numbers.name()
      // Half of the pairs are near each other.
      if numbers.next(below: 2) == 0 { right = left.filter { _ in numbers.next(below: 6) > 0 } }
      let distance = Self.plain(left, right)
      for limit in [0, 1, 2, distance - 1, distance, distance + 1, 40] where limit >= 0 {
        #expect(
          EditDistance.between(left, right, atMost: limit) == (distance <= limit ? distance : nil),
          "\(left) \(right) \(limit)"
        )
      }
    }
  }
}
