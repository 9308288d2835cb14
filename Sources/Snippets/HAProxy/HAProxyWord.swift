internal import Languages
internal import Text

/// A word of haproxy.cfg: what HAProxy reads, with the place of each of its bytes in the text.
struct HAProxyWord: Sendable {
  /// Quotes and escapes are gone.
  var bytes: [UInt8] = []
  /// Where each of `bytes` begins in the text.
  var places: [Int] = []
  /// In bytes of the text, quotes included.
  var range: Range<Int>
  /// Whether some of it stands in quotes, so that it is no keyword of a condition by intention.
  var isQuoted = false
  /// Whether every quote in it is closed.
  var isClosed = true
  /// Whether it holds a variable of the environment, whose value nobody knows here.
  var hasVariable = false

  /// What HAProxy reads.
  var text: String { bytes.text }

  /// The word as other formats have it.
  var plain: Word { Word(text: text, range: range, isQuoted: isQuoted) }

  /// Returns the bytes of the text that a part of the word stands for.
  func range(of part: Range<Int>) -> Range<Int> {
    guard part.lowerBound < places.count else { return range.upperBound..<range.upperBound }
    let end = part.isEmpty ? places[part.lowerBound] : places[part.upperBound - 1] + 1
    return places[part.lowerBound]..<end
  }

  /// Returns a part as a word of its own.
  func part(_ range: Range<Int>) -> Word {
    Word(text: bytes[range].text, range: self.range(of: range))
  }
}

/// A line of haproxy.cfg that says something.
struct HAProxyLine: Sendable {
  /// The keyword first, without a `no` or `default` before it; never empty.
  var words: [HAProxyWord]
  /// Whether blanks stand before it.
  var isIndented: Bool
  /// The `no` or `default` before the keyword.
  var prefix: HAProxyWord?

  /// The keyword.
  var keyword: HAProxyWord { words[0] }
  /// The keyword as text.
  var name: String { words[0].text }
  /// The word behind the keyword as text; empty where there is none.
  var second: String { words.count > 1 ? words[1].text : "" }
  /// From the first to the last word.
  var range: Range<Int> {
    words[0].range.lowerBound..<(words.last?.range.upperBound ?? words[0].range.upperBound)
  }
}
