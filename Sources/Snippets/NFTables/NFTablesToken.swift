internal import Diagnostics
internal import Languages
internal import Text

/// A token of an nftables file.
struct NFTablesToken: Sendable {
  enum Kind: Sendable { case word, string, open, close, separator }
  var kind: Kind
  var word: Word
  /// What it says.
  var text: String { word.text }

  /// Returns the tokens of a text, and texts that are not closed.
  static func read(_ text: [UInt8]) -> Outcome<[NFTablesToken]> {
    var tokens: [NFTablesToken] = []
    var diagnostics: [Diagnostic] = []
    var index = 0
    func token(_ kind: Kind, _ range: Range<Int>) -> NFTablesToken {
      NFTablesToken(kind: kind, word: Word(text: text[range].text, range: range))
    }
    let single: [UInt8: Kind] = [
      UInt8(ascii: "{"): .open, UInt8(ascii: "}"): .close, UInt8(ascii: ";"): .separator,
      UInt8(ascii: "\n"): .separator, UInt8(ascii: ","): .word, UInt8(ascii: "="): .word,
      UInt8(ascii: "("): .word, UInt8(ascii: ")"): .word,
    ]
    while index < text.count {
      let byte = text[index]
      if byte.isBlank || byte == UInt8(ascii: "\r") {
        index += 1
      } else if byte == UInt8(ascii: "#") {
        while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
      } else if byte == UInt8(ascii: "\\"), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: "\n")
      {
        index += 2
      } else if let kind = single[byte] {
        tokens.append(token(kind, index..<index + 1))
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        let stop = text[(index + 1)...].firstIndex {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        }
        let isClosed = stop.map { text[$0] == UInt8(ascii: "\"") } ?? false
        let end = (stop ?? text.count) + (isClosed ? 1 : 0)
        if !isClosed { diagnostics.append(.nftablesString(at: index..<end)) }
        tokens.append(token(.string, index..<end))
        index = end
      } else {
        let start = index
        while index < text.count, !text[index].isBlank, text[index] != UInt8(ascii: "\r"),
          text[index] != UInt8(ascii: "\""), text[index] != UInt8(ascii: "#"),
          single[text[index]] == nil
        { index += 1 }
        tokens.append(token(.word, start..<index))
      }
    }
    return Outcome(tokens, diagnostics)
  }
}
