/// Finds the declared names nearest to one that is not: what “did you mean” offers.
///
/// Long names with shared prefixes are told apart by their words, each weighted by how rare it is
/// among the names; a slip of one or two letters is found by edit distance.
public struct NameIndex: Sendable {
  /// Made at the first question: most names are never misspelt.
  private let spellings: Lazy<Spellings>

  /// Creates an index of names; their order decides between equals.
  public init(_ names: some Sequence<String>) {
    let names = Array(names)
    spellings = Lazy { Spellings(names) }
  }

  /// Returns up to three names that a writer may have meant, the best first; often none.
  public func nearest(to name: String) -> [String] {
    name.utf8.count > Self.longest ? [] : spellings.value.nearest(to: name)
  }

  /// Returns the names that differ from one by case, by `-` for `_` or by one or two letters.
  public func slips(of name: String) -> [String] {
    name.utf8.count > Self.longest ? [] : spellings.value.slips(of: name)
  }

  /// A text of more bytes is no misspelt name.
  private static let longest = 200
}

/// Names in the forms in which they are looked for.
struct Spellings: Sendable {
  private let names: [String]
  private let texts: [[UInt8]]
  /// The first name of each spelling without case and with `-` as `_`.
  private let foldings: [[UInt8]: Int]
  private let words: WordIndex

  init(_ names: [String]) {
    self.names = names
    texts = self.names.map { Array($0.utf8) }
    words = WordIndex(texts)
    foldings = Dictionary(
      zip(texts.map(Self.fold), texts.indices),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns up to three names that a writer may have meant, the best first; often none.
  func nearest(to name: String) -> [String] {
    let written = Array(name.utf8)
    if let same = sameLetters(written) { return [names[same]] }
    let slips = slips(written)
    if slips.count == 1 { return slips.map { names[$0] } }
    let ranked = ranked(written)
    guard let best = ranked.first else { return slips.prefix(3).map { names[$0] } }
    let gap = ranked.count > 1 ? best.score - ranked[1].score : 1
    let isSure = best.score >= 0.75 && gap >= standard.gap
    return ranked.prefix(isSure ? 1 : 3).map { names[$0.name] }
  }

  /// Returns the names that differ from one by case, by `-` for `_` or by one or two letters.
  func slips(of name: String) -> [String] {
    let written = Array(name.utf8)
    if let same = sameLetters(written) { return [names[same]] }
    return slips(written).map { names[$0] }
  }

  /// The name with the same letters, unless it is the same name.
  private func sameLetters(_ written: [UInt8]) -> Int? {
    foldings[Self.fold(written)].flatMap { texts[$0] == written ? nil : $0 }
  }

  /// Lower case, with `-` and `_` alike.
  private static func fold(_ name: [UInt8]) -> [UInt8] {
    name.map { byte in
      byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : (65...90 ~= byte ? byte | 0x20 : byte)
    }
  }

  private func slips(_ written: [UInt8]) -> [Int] {
    texts.indices.filter { name in
      let allowed = Swift.min(written.count, texts[name].count) < 8 ? 1 : 2
      return EditDistance.between(written, texts[name], atMost: allowed) != nil
    }
  }

  // MARK: Names that share words

  /// From which score a name is offered, and by how much the first must lead to stand alone.
  ///
  /// Among few names a shared word says little.
  private var standard: (least: Double, gap: Double) {
    names.count < 500 ? (0.6, 0.05) : (0.5, 0.25)
  }

  /// A name with its score: words that both have (twice their weight of all), the first words
  /// that agree, and letters that agree.
  private typealias Ranked = (name: Int, score: Double)
  private static let (shareOfWords, shareOfLead, shareOfLetters) = (0.7, 0.05, 0.25)

  /// The three names that score best, the best first, as far as they are near enough.
  private func ranked(_ written: [UInt8]) -> [Ranked] {
    let wanted = words.words(of: written)
    var best: [Ranked] = []
    for (name, score) in byWords(wanted) {
      let least = best.count < 3 ? standard.least : best[2].score
      guard score + Self.shareOfLetters >= least else { break }
      let length = Double(Swift.max(written.count, texts[name].count, 1))
      // How far apart the letters may be for the name to reach the score.
      let limit = (1 - (least - score) / Self.shareOfLetters) * length
      guard
        let distance = EditDistance.between(written, texts[name], atMost: Int(limit + 0.001))
      else { continue }
      let whole = score + Self.shareOfLetters * (1 - Double(distance) / length)
      guard whole >= standard.least else { continue }
      let place = best.firstIndex { $0.score < whole || $0.score == whole && name < $0.name }
      best.insert((name, whole), at: place ?? best.count)
      if best.count > 3 { best.removeLast() }
    }
    return best
  }

  /// What the words of a name contribute to its score, for the names that may be near enough, the
  /// best first.
  private func byWords(_ wanted: [Int?]) -> [Ranked] {
    var shared = [Double](repeating: 0, count: names.count)
    var total = 0.0
    for word in wanted {
      guard let word else {
        total += words.weightOfStranger
        continue
      }
      total += words.weights[word]
      for name in words.names[word] { shared[Int(name)] += words.weights[word] }
    }
    let least = (standard.least - Self.shareOfLetters - Self.shareOfLead) / Self.shareOfWords
    var candidates: [Ranked] = []
    for name in names.indices where shared[name] > 0 {
      let both = total + words.totals[name]
      // Words that are only alike add little.
      guard 2 * shared[name] / both >= least - 0.1 else { continue }
      let dice = 2 * (shared[name] + words.kinship(of: wanted, with: name)) / both
      guard dice >= least else { continue }
      let lead = zip(wanted, words.words[name]).prefix { $0 == Int($1) }.count
      let leading = Double(lead) / Double(wanted.count)
      candidates.append((name, Self.shareOfWords * dice + Self.shareOfLead * leading))
    }
    return candidates.sorted { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
  }
}
