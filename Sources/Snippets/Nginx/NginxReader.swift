internal import Diagnostics
internal import Languages
internal import Text

/// Reads an nginx.conf into directives (`ngx_conf_read_token` of nginx's ngx_conf_file.c).
struct NginxReader {
  private let text: [UInt8]
  private var index = 0
  private var words: [Word] = []
  private var directives: [NginxDirective] = []
  private var open: [Open] = []
  /// Blocks that are open beyond ``deepest``.
  private var tooDeep = 0
  /// A block whose brace closes further to the left than it begins: likely the one without its own.
  private var suspect: Open?
  private var isBalanced = true
  /// Whether a brace opened a block without a directive, so that one may be missing further down.
  private var hasStray = false
  /// Whether an open quote holds the rest of the text.
  private var isCut = false
  private var diagnostics: [Diagnostic] = []

  private struct Open {
    var directive: NginxDirective
    var content: [NginxDirective] = []
  }

  /// What a text says.
  struct Reading: Sendable {
    var directives: [NginxDirective]
    /// Whether every brace has its other half; without that nobody knows what stands where.
    var isBalanced: Bool
  }

  /// Blocks in blocks are read to this depth.
  private static let deepest = 100

  /// Returns the directives of a text, and what is wrong with its quotes, braces and semicolons.
  static func read(_ text: [UInt8]) -> Outcome<Reading> {
    var reader = NginxReader(text: text)
    reader.read()
    return Outcome(
      Reading(directives: reader.directives, isBalanced: reader.isBalanced),
      reader.diagnostics
    )
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func read() {
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        index += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: ";"): take(semicolon: index)
      case UInt8(ascii: "{"): take(opening: index)
      case UInt8(ascii: "}"): take(closing: index)
      default: take(readWord())
      }
    }
    if let last = words.last {
      if isCut { finish() } else { end(without: last) }
    }
    guard let innermost = open.last else { return }
    isBalanced = false
    if !isCut, !hasStray {
      diagnostics.append(.nginxUnclosed((suspect ?? innermost).directive.name))
    }
    while !open.isEmpty { close() }
  }

  private mutating func skipLine() {
    index = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
  }

  /// A directive at the start of a line ends one that lacks its `;`.
  private mutating func take(_ word: Word) {
    if let last = words.last, !isInValues, NginxTable.beginsLine(word), isFirstOnLine(word) {
      end(without: last)
    }
    words.append(word)
  }

  private var isInValues: Bool {
    open.last.map { NginxTable.holdsValues($0.directive.text) } ?? false
  }

  private func isFirstOnLine(_ word: Word) -> Bool { indentation(of: word) != nil }

  /// The blanks before a word; nothing where something else stands there.
  private func indentation(of word: Word) -> Int? {
    let line = text[..<word.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return text[line..<word.range.lowerBound].allSatisfy(\.isBlank)
      ? word.range.lowerBound - line : nil
  }

  private mutating func take(semicolon place: Int) {
    index += 1
    guard words.isEmpty else { return finish() }
    diagnostics.append(.nginxNothing(before: ";", at: place..<place + 1))
  }

  private mutating func take(opening place: Int) {
    index += 1
    guard let name = words.first else {
      diagnostics.append(.nginxNothing(before: "{", at: place..<place + 1))
      (isBalanced, hasStray) = (false, true)
      tooDeep += 1
      return
    }
    guard open.count < Self.deepest, tooDeep == 0 else {
      if tooDeep == 0 { diagnostics.append(.nginxTooDeep(name, Self.deepest)) }
      (isBalanced, tooDeep) = (false, tooDeep + 1)
      return finish()
    }
    let directive = NginxDirective(name: name, arguments: Array(words.dropFirst()))
    words = []
    open.append(Open(directive: directive))
    if directive.text.hasSuffix("_by_lua_block") { skipLua() }
  }

  private mutating func take(closing place: Int) {
    if let last = words.last { end(without: last) }
    index += 1
    let brace = Word(text: "}", range: place..<place + 1)
    if tooDeep > 0 {
      tooDeep -= 1
    } else if let last = open.last {
      if suspect == nil, let own = indentation(of: brace),
        let begin = indentation(of: last.directive.name), own < begin
      {
        suspect = last
      }
      close()
    } else {
      // After the first one nobody knows which of the others is one too many.
      if isBalanced { diagnostics.append(.nginxStray(brace)) }
      isBalanced = false
    }
  }

  /// Ends a directive that lacks its `;`; of a word alone nobody knows what it was to be.
  private mutating func end(without last: Word) {
    diagnostics.append(.nginxSemicolon(behind: last))
    if words.count > 1 { finish() }
    words = []
  }

  private mutating func finish() {
    append(NginxDirective(name: words[0], arguments: Array(words.dropFirst())))
    words = []
  }

  private mutating func close() {
    var last = open.removeLast()
    last.directive.block = last.content
    append(last.directive)
  }

  private mutating func append(_ directive: NginxDirective) {
    if open.isEmpty {
      directives.append(directive)
    } else {
      open[open.count - 1].content.append(directive)
    }
  }
}

// MARK: Words

extension NginxReader {
  /// A quote counts at the start of a word alone, and nothing may follow the one that closes it.
  private mutating func readWord() -> Word {
    let start = index
    let first = text[start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    var content: [UInt8] = []
    if isQuoted {
      index += 1
      while index < text.count, text[index] != first { readByte(into: &content) }
      index += 1
    } else {
      var isVariable = false
      while index < text.count, !endsWord(text[index], isVariable) {
        isVariable =
          text[index] == UInt8(ascii: "$") || isVariable && text[index] == UInt8(ascii: "{")
        readByte(into: &content)
      }
    }
    let isClosed = index <= text.count
    index = min(index, text.count)
    let word = Word(
      text: content.text,
      range: start..<index,
      isQuoted: isQuoted,
      isClosed: isClosed
    )
    if !isClosed {
      diagnostics.append(.nginxQuote(at: start..<start + 1))
      (isBalanced, isCut) = (false, true)
    } else if isQuoted, index < text.count, !mayFollowQuote(text[index]) {
      diagnostics.append(.nginxBehindQuote(at: index..<index + 1))
      while index < text.count, !endsWord(text[index], false) { index += 1 }
    }
    return word
  }

  private func endsWord(_ byte: UInt8, _ isVariable: Bool) -> Bool {
    byte.isBlank || byte == 10 || byte == 13 || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "{") && !isVariable
  }

  private func mayFollowQuote(_ byte: UInt8) -> Bool {
    endsWord(byte, false) || byte == UInt8(ascii: ")")
  }

  /// A backslash keeps the next byte from ending the word; it goes away before quotes and itself.
  private mutating func readByte(into content: inout [UInt8]) {
    let byte = text[index]
    index += 1
    guard byte == UInt8(ascii: "\\"), index < text.count else {
      content.append(byte)
      return
    }
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): content.append(text[index])
    case UInt8(ascii: "t"): content.append(9)
    case UInt8(ascii: "r"): content.append(13)
    case UInt8(ascii: "n"): content.append(10)
    default: content += [byte, text[index]]
    }
    index += 1
  }

  /// Passes over Lua up to the brace that closes its block: quotes and comments are Lua's own.
  private mutating func skipLua() {
    var depth = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0: return
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "-") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "-"):
        skipLine()
        continue
      case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
        index += 1
        while index < text.count, text[index] != quote, text[index] != 10 {
          index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      index += 1
    }
    index = min(index, text.count)
  }
}
