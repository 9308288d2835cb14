internal import Text

/// Reads a script by the grammar of bash 5.2 (`parse.y` there), without running anything.
///
/// Words depend on where they stand, so there is no stream of tokens: each function reads its part
/// of the grammar from the bytes.
package struct ShellParser {
  let text: [UInt8]
  var index = 0
  var script = ShellScript()
  /// The compound commands and brackets around the place, the outermost first.
  var openers: [ShellMistake.Opener] = []
  /// The here-documents whose bodies begin after the next line break.
  var pending: [HereDocument] = []
  /// How many command substitutions are open.
  var substitutions = 0
  /// Whether patterns such as `!(a)` are read outside of conditions.
  var hasExtendedPatterns: Bool
  /// Whether the end was reached because a here-document has no end.
  var isSwallowed = false

  package static let deepest = 100

  init(_ text: [UInt8]) {
    self.text = text
    // An interactive shell has them on where its completion is installed; a script asks for them.
    hasExtendedPatterns = !text.starts(with: "#!".utf8)
  }

  mutating func parse() -> ShellScript {
    while true {
      do throws(ShellMistake) {
        try skipNewlines()
        guard index < text.count else { break }
        try parseLine()
      } catch {
        if isSwallowed { break }
        script.mistakes.append(error)
        guard recover(from: error) else { break }
      }
    }
    let backslashes = text.reversed().prefix { $0 == UInt8(ascii: "\\") }
    script.endsInBackslash = backslashes.count % 2 == 1
    return script
  }

  /// One or more commands up to the end of the line.
  private mutating func parseLine() throws(ShellMistake) {
    try parseList(acrossLines: false)
    skipBlanks()
    guard index >= text.count || text[index] == UInt8(ascii: "\n") else { throw unexpected() }
    if index >= text.count { readPendingDocuments() }
  }

  /// Commands with `;`, `&` or, if asked for, line breaks between them; at least one.
  mutating func parseList(acrossLines: Bool) throws(ShellMistake) {
    try parseAndOr()
    while true {
      skipBlanks()
      let sign = operatorHere
      if sign == ";" || sign == "&" {
        index += 1
        if acrossLines { try skipNewlines() } else { skipBlanks() }
      } else if acrossLines, peek == UInt8(ascii: "\n") {
        try skipNewlines()
      } else {
        return
      }
      if endsList { return }
      try parseAndOr()
    }
  }

  private var endsList: Bool {
    guard let byte = peek, byte != UInt8(ascii: "\n") else { return true }
    if let sign = operatorHere { return [")", ";;", ";&", ";;&"].contains(sign) }
    return reservedWord.map { Self.closers[$0] != nil } ?? false
  }

  private mutating func parseAndOr() throws(ShellMistake) {
    try parsePipeline()
    while true {
      skipBlanks()
      guard let sign = operatorHere, sign == "&&" || sign == "||" else { return }
      index += 2
      try skipNewlines()
      try parsePipeline()
    }
  }

  private mutating func parsePipeline() throws(ShellMistake) {
    skipBlanks()
    while let word = reservedWord, word == "!" || word == "time" {
      index += word.utf8.count
      skipBlanks()
      if word == "time" { skipTimeOptions() }
      if peek == nil || peek == UInt8(ascii: "\n") || operatorHere == ";" { return }
    }
    try parseCommand()
    while true {
      skipBlanks()
      guard let sign = operatorHere, sign == "|" || sign == "|&" else { return }
      index += sign.utf8.count
      try skipNewlines()
      try parseCommand()
    }
  }

  private mutating func skipTimeOptions() {
    for option in ["-p", "--"] {
      let after = index + 2
      guard text[index...].starts(with: option.utf8), after >= text.count || isMeta(text[after])
      else { continue }
      index = after
      skipBlanks()
    }
  }

  // MARK: - Where the parser stands

  var peek: UInt8? { index < text.count ? text[index] : nil }

  /// Skips blanks, joined lines and a comment.
  mutating func skipBlanks() {
    while let byte = peek {
      if byte.isBlank {
        index += 1
      } else if byte == UInt8(ascii: "\\"), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: "\n")
      {
        index += 2
      } else if byte == UInt8(ascii: "#") {
        let end = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        script.comments.append(index..<end)
        index = end
      } else {
        return
      }
    }
  }

  /// Skips blanks and line breaks, with the here-documents behind each.
  mutating func skipNewlines() throws(ShellMistake) {
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\n") else { return }
      index += 1
      readPendingDocuments()
    }
  }

  /// Runs a part of the grammar inside of what a word or bracket opens.
  mutating func inside<Result>(
    _ word: String,
    at range: Range<Int>,
    _ parse: (inout ShellParser) throws(ShellMistake) -> Result
  ) throws(ShellMistake) -> Result {
    guard openers.count < Self.deepest else {
      throw ShellMistake(kind: .depth, range: range, openers: openers)
    }
    openers.append(ShellMistake.Opener(word: word, range: range))
    defer { openers.removeLast() }
    return try parse(&self)
  }

  /// The mistake that what stands here is not expected.
  func unexpected() -> ShellMistake {
    guard let byte = peek else {
      return ShellMistake(
        kind: openers.isEmpty ? .commandMissing : .unfinished,
        range: openers.last?.range ?? lastSign,
        openers: openers
      )
    }
    var end = index + (operatorHere?.utf8.count ?? 1)
    if operatorHere == nil, byte != UInt8(ascii: "\n") {
      while end < text.count, !isMeta(text[end]) { end += 1 }
    }
    let word = byte == UInt8(ascii: "\n") ? "\n" : text[index..<end].text
    return ShellMistake(kind: .unexpected(word), range: index..<end, openers: openers)
  }

  /// The sign at the end of the text.
  private var lastSign: Range<Int> {
    let end = (text.lastIndex { !$0.isBlank && $0 != UInt8(ascii: "\n") } ?? 0) + 1
    let sign = text.prefix(end).last
    let length = text.prefix(end).reversed().prefix { $0 == sign }.count
    return (end - length)..<Swift.min(end, text.count)
  }

  /// Goes on behind a mistake, where that is safe: behind the line of a simple command, or behind
  /// the word that closes the compound one, at the same indentation.
  private mutating func recover(from mistake: ShellMistake) -> Bool {
    guard case .unexpected = mistake.kind, let end = endOfLine(from: mistake.range.lowerBound),
      !text[index..<Swift.max(index, end)].containsHereDocument
    else { return false }
    index = end
    substitutions = 0
    guard let outermost = mistake.openers.first, let closer = Self.closing[outermost.word] else {
      return true
    }
    // What stands where the closing word is expected was meant to be it.
    let start = lineStart(of: outermost.range.lowerBound)
    let indentation = text[start..<outermost.range.lowerBound]
    guard indentation.allSatisfy(\.isBlank) else { return false }
    let own = lineStart(of: mistake.range.lowerBound)
    if own == start, words(in: mistake.range.lowerBound..<end).contains(closer) { return true }
    if text[own..<mistake.range.lowerBound].elementsEqual(indentation) { return true }
    while index < text.count {
      index += 1
      readPendingDocuments()
      let line = text[index...].prefix { $0 != UInt8(ascii: "\n") }
      let word = line.dropFirst(indentation.count).prefix { !isMeta($0) }
      index = line.endIndex
      if line.starts(with: indentation), word.elementsEqual(closer.utf8) { return true }
    }
    return false
  }

  private func words(in range: Range<Int>) -> [String] {
    text[range].split(whereSeparator: isMeta).map(\.text)
  }

  private func endOfLine(from start: Int) -> Int? {
    text[start...].firstIndex(of: UInt8(ascii: "\n"))
  }

  private func lineStart(of place: Int) -> Int {
    text[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}

extension ArraySlice<UInt8> {
  fileprivate var containsHereDocument: Bool {
    indices.dropLast().contains { self[$0] == UInt8(ascii: "<") && self[$0 + 1] == self[$0] }
  }
}
