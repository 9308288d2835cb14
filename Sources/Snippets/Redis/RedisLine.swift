internal import Diagnostics
internal import Languages
internal import Text

/// A line of redis.conf or sentinel.conf as Redis splits it (`sdssplitargs` of sds.c).
struct RedisLine: Sendable {
  /// The directive first; never empty.
  var words: [Word]

  /// The directive.
  var name: Word { words[0] }
  /// What stands behind the directive.
  var values: [Word] { Array(words.dropFirst()) }

  /// Reads the lines of a text: `#` begins a comment at the start of a line alone.
  ///
  /// - Returns: the lines that can be split, and quotes that are wrong.
  static func read(_ text: [UInt8]) -> Outcome<[RedisLine]> {
    var result = Outcome<[RedisLine]>([])
    for line in text.physicalLines {
      var reader = Reader(text: text, index: line.lowerBound, end: line.upperBound)
      reader.skipBlanks()
      guard reader.index < reader.end, text[reader.index] != UInt8(ascii: "#") else { continue }
      var words: [Word] = []
      while reader.index < reader.end {
        let word = reader.readWord()
        words.append(word)
        if !word.isClosed {
          result.diagnostics.append(.redisQuotes(at: word.range))
          break
        }
        reader.skipBlanks()
      }
      if words.allSatisfy(\.isClosed) { result.value.append(RedisLine(words: words)) }
    }
    return result
  }

  private struct Reader {
    let text: [UInt8]
    var index: Int
    let end: Int

    mutating func skipBlanks() {
      while index < end, text[index].isBlank { index += 1 }
    }

    /// A quote closes its word: what follows without a blank is as wrong as a missing quote.
    mutating func readWord() -> Word {
      let start = index
      var content: [UInt8] = []
      var word = Word(text: "", range: start..<start)
      while index < end, !text[index].isBlank {
        let byte = text[index]
        index += 1
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
          content.append(byte)
          continue
        }
        word.isQuoted = true
        word.isClosed = readQuoted(by: byte, into: &content)
        if word.isClosed, index < end, !text[index].isBlank { word.isClosed = false }
        if !word.isClosed { index = end }
      }
      word.text = content.text
      word.range = start..<index
      return word
    }

    private mutating func readQuoted(by quote: UInt8, into content: inout [UInt8]) -> Bool {
      while index < end {
        let byte = text[index]
        index += 1
        if byte == quote { return true }
        let isEscape =
          byte == UInt8(ascii: "\\") && index < end
          && (quote == UInt8(ascii: "\"") || text[index] == quote)
        content.append(isEscape ? readEscape() : byte)
      }
      return false
    }

    private mutating func readEscape() -> UInt8 {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "n"): return 10
      case UInt8(ascii: "r"): return 13
      case UInt8(ascii: "t"): return 9
      case UInt8(ascii: "b"): return 8
      case UInt8(ascii: "a"): return 7
      case UInt8(ascii: "x") where index + 2 <= end:
        guard let code = UInt8(text[index..<index + 2].text, radix: 16) else { return byte }
        index += 2
        return code
      default: return byte
      }
    }
  }
}
