/// The words of a set of names: how rare each is, and in which names it stands.
///
/// Names are parted by `_`, `-`, `.`, `/` and capitals. A word that stands twice in a name counts as
/// two words, so that what two names share is a sum over words.
struct WordIndex: Sendable {
  /// By spelling; a second occurrence has its number behind the letters.
  private var numbers: [[UInt8]: Int] = [:]
  private var spellings: [[UInt8]] = []
  /// How much a word tells, by its number.
  private(set) var weights: [Double] = []
  /// The names that hold a word, by its number.
  private(set) var names: [[Int32]] = []
  /// The words of each name, in order.
  private(set) var words: [[Int32]] = []
  /// What the words of a name tell together.
  private(set) var totals: [Double] = []

  /// What a word tells that no name has.
  let weightOfStranger: Double

  init(_ texts: [[UInt8]]) {
    weightOfStranger = Self.logarithm(1 + Double(texts.count))
    words.reserveCapacity(texts.count)
    for (name, text) in texts.enumerated() {
      let numbers = Self.split(text).map { number(of: $0) }
      for word in numbers { names[word].append(Int32(name)) }
      words.append(numbers.map(Int32.init))
    }
    weights = names.map { Self.logarithm(1 + Double(texts.count) / Double(max(1, $0.count))) }
    totals = words.map { $0.reduce(0) { $0 + weights[Int($1)] } }
  }

  private mutating func number(of word: [UInt8]) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = spellings.count
    spellings.append(word)
    names.append([])
    return spellings.count - 1
  }

  /// Returns the words of a name that is not in the set, as they are spelt in the set if they
  /// differ little; nothing for words that no name has, or that stood before.
  func words(of text: [UInt8]) -> [Int?] {
    var used: Set<Int> = []
    return Self.split(text).map { word in
      let number = numbers[word] ?? nearest(to: word)
      return number.flatMap { used.insert($0).inserted ? $0 : nil }
    }
  }

  /// Returns what words tell that a name has in another form only, such as `permission` and
  /// `permissions`: somewhat more than half of what the same word would.
  func kinship(of wanted: [Int?], with name: Int) -> Double {
    let others: [Int] = words[name].map { Int($0) }.filter { !wanted.contains($0) }
    guard !others.isEmpty else { return 0 }
    var kinship = 0.0
    for word in wanted.compactMap({ $0 }) where !words[name].contains(Int32(word)) {
      let kin = others.first { isKin(spellings[word], spellings[$0]) }
      kinship += kin.map { 0.6 * min(weights[word], weights[$0]) } ?? 0
    }
    return kinship
  }

  private func isKin(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let longer = max(left.count, right.count)
    guard min(left.count, right.count) >= 4, left[0] == right[0] else { return false }
    let common = zip(left, right).prefix { $0 == $1 }.count
    return common >= 4 && common * 5 >= longer * 3
  }

  private func nearest(to word: [UInt8]) -> Int? {
    var best: (number: Int, distance: Int)?
    let allowed = max(1, word.count / 3)
    for (number, candidate) in spellings.enumerated() where (candidate.last ?? 0) >= 0x20 {
      let limit = min(allowed, best?.distance ?? allowed)
      guard let distance = EditDistance.between(word, candidate, atMost: limit) else { continue }
      if let known = best, distance == known.distance,
        !candidate.lexicographicallyPrecedes(spellings[known.number])
      {
        continue
      }
      best = (number, distance)
    }
    return best?.number
  }

  /// The words of a name in lower case.
  private static func split(_ name: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      guard !word.isEmpty else { return }
      let earlier = words.count {
        $0 == word || $0.dropLast() == word[...] && $0[word.count] < 0x20
      }
      words.append(earlier == 0 ? word : word + [UInt8(truncatingIfNeeded: min(earlier, 31))])
      word.removeAll(keepingCapacity: true)
    }
    for byte in name {
      let isUpper = 65...90 ~= byte
      let parts = byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2F
      if parts || (isUpper && wasLower) { end() }
      if !parts { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = 97...122 ~= byte
    }
    end()
    return words
  }

  /// The natural logarithm, near enough to weigh words, without a mathematical library.
  private static func logarithm(_ number: Double) -> Double {
    Double(number.exponent) * 0.693147 + (number.significand - 1) * 0.693147
  }
}
