/// Finds the declared names nearest to one that is not: what “did you mean” offers.
///
/// Long names with shared prefixes are told apart by their words, each weighted by how rare it is
/// among the names; a slip of one or two letters is found by edit distance.
public struct NameIndex: Sendable {
  private let names: [String]

  /// Creates an index of names; their order decides between equals.
  public init(_ names: some Sequence<String>) {
    self.names = Array(names)
  }

  /// Returns up to three names that a writer may have meant, the best first; often none.
  public func nearest(to name: String) -> [String] {
    let written = Array(name.utf8)
    let folded = fold(written)
    if let same = names.first(where: { fold(Array($0.utf8)) == folded && $0 != name }) {
      return [same]
    }
    let slips = names.filter { isSlip(written, Array($0.utf8)) }
    if slips.count == 1 { return slips }
    let ranked = rank(written)
    guard let best = ranked.first else { return Array(slips.prefix(3)) }
    let gap = ranked.count > 1 ? best.score - ranked[1].score : 1
    if best.score >= 0.75, gap >= 0.05 { return [best.name] }
    return ranked.prefix(3).map(\.name)
  }

  /// Lower case, with `-` and `_` alike.
  private func fold(_ name: [UInt8]) -> [UInt8] {
    name.map { byte in
      byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : (65...90 ~= byte ? byte | 0x20 : byte)
    }
  }

  private func isSlip(_ written: [UInt8], _ name: [UInt8]) -> Bool {
    let allowed = Swift.min(written.count, name.count) < 8 ? 1 : 2
    guard abs(written.count - name.count) <= allowed else { return false }
    return EditDistance.between(written, name) <= allowed
  }

  /// The names that share words with what is written, the best first, as far as they are near.
  private func rank(_ written: [UInt8]) -> [(name: String, score: Double)] {
    let all = names.map { words(of: Array($0.utf8)) }
    var frequency: [[UInt8]: Int] = [:]
    for words in all { for word in Set(words) { frequency[word, default: 0] += 1 } }
    func weight(_ word: [UInt8]) -> Double {
      logarithm(1 + Double(names.count) / Double(frequency[word] ?? 1))
    }
    let wanted = words(of: written).map { nearestWord(to: $0, in: frequency) }
    let wantedWeight = wanted.map(weight).reduce(0, +)
    var ranked: [(name: String, score: Double)] = []
    for (name, words) in zip(names, all) {
      var left = words
      var shared = 0.0
      for word in wanted {
        guard let place = left.firstIndex(of: word) else { continue }
        left.remove(at: place)
        shared += weight(word)
      }
      guard shared > 0 else { continue }
      let dice = 2 * shared / (wantedWeight + words.map(weight).reduce(0, +))
      guard 0.6 * dice + 0.4 >= 0.6 else { continue }
      let bytes = Array(name.utf8)
      let distance = Double(EditDistance.between(written, bytes))
      let likeness = 1 - distance / Double(Swift.max(written.count, bytes.count, 1))
      let score = 0.6 * dice + 0.4 * likeness
      if score >= 0.6 { ranked.append((name, score)) }
    }
    return ranked.sorted { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
  }

  /// A word as it is spelt among the names, if it differs little.
  private func nearestWord(to word: [UInt8], in frequency: [[UInt8]: Int]) -> [UInt8] {
    guard frequency[word] == nil else { return word }
    let allowed = Swift.max(1, word.count / 3)
    let near = frequency.keys.compactMap { candidate -> (word: [UInt8], distance: Int)? in
      guard abs(candidate.count - word.count) <= allowed else { return nil }
      let distance = EditDistance.between(word, candidate)
      return distance <= allowed ? (candidate, distance) : nil
    }
    let best = near.min { left, right in
      left.distance != right.distance
        ? left.distance < right.distance : left.word.lexicographicallyPrecedes(right.word)
    }
    return best?.word ?? word
  }

  /// The words of a name, parted by `_`, `-`, `.` and capitals.
  private func words(of name: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name {
      let isUpper = 65...90 ~= byte
      let parts = byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2F
      if parts || (isUpper && wasLower), !word.isEmpty {
        words.append(word)
        word = []
      }
      if !parts { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = 97...122 ~= byte
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The natural logarithm, near enough to weigh words, without a mathematical library.
  private func logarithm(_ number: Double) -> Double {
    Double(number.exponent) * 0.693147 + (number.significand - 1) * 0.693147
  }
}

/// How many insertions, deletions, replacements and swaps of neighbours part two names.
enum EditDistance {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      current.reserveCapacity(right.count + 1)
      for (j, b) in right.enumerated() {
        var best = Swift.min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          best = Swift.min(best, before[j - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
