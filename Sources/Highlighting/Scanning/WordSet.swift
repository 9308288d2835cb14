/// A set of words of a language, found by their bytes.
struct WordSet: Sendable {
  private var buckets: [[[UInt8]]] = Array(repeating: [], count: 512)
  private let ignoresCase: Bool
  private let longest: Int

  /// Creates a set from words with blanks or line breaks between.
  ///
  /// - Parameters:
  ///   - words: in lower case where case is ignored.
  ///   - ignoresCase: whether `SELECT` is `select`.
  init(_ words: String, ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    let all = words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    longest = all.map(\.count).max() ?? 0
    for word in all { buckets[Self.bucket(of: word, word.indices)].append(word) }
  }

  /// Whether a part of a text is one of the words.
  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= longest else { return false }
    let folds: UInt8 = ignoresCase ? 0x20 : 0
    return buckets[Self.bucket(of: text, range)].contains { word in
      guard word.count == range.count else { return false }
      for offset in word.indices {
        let byte = text[range.lowerBound + offset]
        let isLetter = folds != 0 && byte &- UInt8(ascii: "A") < 26
        if (isLetter ? byte | folds : byte) != word[offset] { return false }
      }
      return true
    }
  }

  /// By the length and both ends, in which upper and lower case are alike.
  @inline(__always)
  private static func bucket(of text: [UInt8], _ range: Range<Int>) -> Int {
    let first = Int(text[range.lowerBound] & 0x1F)
    let last = Int(text[range.upperBound - 1] & 0x1F)
    return (first &* 33 &+ last &* 7 &+ range.count &* 61) & 511
  }
}
