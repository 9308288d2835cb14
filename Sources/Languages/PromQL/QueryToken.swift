internal import Text

/// A word, sign or literal of a PromQL query.
struct QueryToken: Sendable {
  var kind: Kind
  /// In bytes of the query.
  var range: Range<Int>
  /// As it is written.
  var text: String

  package enum Kind: Sendable {
    /// A name, with colons or without; keywords are names, too.
    case name
    case number
    case duration
    case string
    case sign
    case end
  }
}

/// What is wrong with a query, in bytes of it.
package struct QueryMistake: Error {
  package var range: Range<Int>
  package var message: String
}

/// Cuts a query into its tokens (`promql/parser/lex.go` of Prometheus 2.42 and 3.5).
struct QueryLexer {
  private let text: [UInt8]
  private var place = 0
  /// Within a range a colon parts two durations; elsewhere it belongs to a name.
  private var isInRange = false

  /// Returns the tokens with one of the kind `end` behind them.
  static func tokens(of query: String) throws(QueryMistake) -> [QueryToken] {
    var lexer = QueryLexer(text: [UInt8](query.utf8))
    var tokens: [QueryToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(QueryMistake) -> QueryToken {
    passBlanks()
    let start = place
    guard start < text.count else { return token(.end, from: start) }
    let byte = text[start]
    if "\"'`".utf8.contains(byte) { return try string(quote: byte) }
    let isName = Self.startsName(byte) && !(isInRange && byte == UInt8(ascii: ":"))
    if isName {
      while place < text.count, Self.startsName(text[place]) || text[place].isDigit {
        place += 1
      }
      return token(.name, from: start)
    }
    let isFraction =
      byte == UInt8(ascii: ".") && start + 1 < text.count && text[start + 1].isDigit
    if byte.isDigit || isFraction { return try number() }
    let signs = ["==", "!=", ">=", "<=", "=~", "!~"]
    let pair = String(decoding: text[start..<min(start + 2, text.count)], as: UTF8.self)
    place += signs.contains(pair) ? 2 : 1
    guard signs.contains(pair) || "()[]{}+-*/%^<>=,:@".utf8.contains(byte) else {
      let shown = String(decoding: text[start...].prefix(4), as: UTF8.self).prefix(1)
      throw QueryMistake(
        range: start..<(start + shown.utf8.count),
        message: "unexpected `\(shown)` in the query"
      )
    }
    if byte == UInt8(ascii: "[") { isInRange = true }
    if byte == UInt8(ascii: "]") { isInRange = false }
    return token(.sign, from: start)
  }

  private func token(_ kind: QueryToken.Kind, from start: Int) -> QueryToken {
    let range = start..<place
    return QueryToken(
      kind: kind,
      range: range,
      text: String(decoding: text[range], as: UTF8.self)
    )
  }

  private mutating func passBlanks() {
    while place < text.count {
      if text[place] == UInt8(ascii: "#") {
        while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
      } else if " \t\r\n".utf8.contains(text[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func string(quote: UInt8) throws(QueryMistake) -> QueryToken {
    let start = place
    place += 1
    while place < text.count, text[place] != quote {
      let isRaw = quote == UInt8(ascii: "`")
      if !isRaw, text[place] == UInt8(ascii: "\n") { break }
      guard text[place] == UInt8(ascii: "\\"), !isRaw else {
        place += 1
        continue
      }
      // Go's escapes: letters, the quote itself, and numbers (`util/strutil/quote.go`).
      let escaped = place + 1 < text.count ? text[place + 1] : quote
      guard "abfnrtvxuU\\01234567".utf8.contains(escaped) || escaped == quote else {
        let shown = String(UnicodeScalar(escaped))
        throw QueryMistake(
          range: place..<(place + 2),
          message: "unknown escape `\\\(shown)`; a literal backslash is `\\\\`"
        )
      }
      place += 2
    }
    guard place < text.count, text[place] == quote else {
      let shown = String(UnicodeScalar(quote))
      throw QueryMistake(
        range: start..<(start + 1),
        message: "missing closing `\(shown)` in the query"
      )
    }
    place += 1
    return token(.string, from: start)
  }

  private mutating func number() throws(QueryMistake) -> QueryToken {
    let start = place
    while place < text.count {
      let byte = text[place]
      let isSignOfExponent =
        (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        && (text[place - 1] | 0x20) == UInt8(ascii: "e")
        && text[start...].prefix(2) != [0x30, 0x78]
      guard
        byte.isDigit || byte == UInt8(ascii: ".")
          || Self.startsName(byte)
            && byte != UInt8(ascii: ":")
          || isSignOfExponent
      else { break }
      place += 1
    }
    let token = token(.number, from: start)
    let plain = token.text.filter { $0 != "_" }.lowercased()
    let isHexadecimal = plain.hasPrefix("0x") && Int(plain.dropFirst(2), radix: 16) != nil
    if Double(plain) != nil || isHexadecimal { return token }
    if PrometheusDuration.fits(token.text) {
      return QueryToken(kind: .duration, range: token.range, text: token.text)
    }
    throw QueryMistake(
      range: token.range,
      message: "expected a number or a duration such as `5m`, found `\(token.text)`"
    )
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .underscore || byte == UInt8(ascii: ":")
  }
}
