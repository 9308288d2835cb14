internal import Text

/// The bodies of here-documents.
extension ShellParser {
  /// Reads the bodies that begin at this line.
  mutating func readPendingDocuments() {
    let documents = pending
    pending = []
    for document in documents {
      let start = Swift.min(index, text.count)
      readBody(of: document)
      script.documents.append(start..<Swift.max(start, Swift.min(index, text.count)))
    }
  }

  private mutating func readBody(of document: HereDocument) {
    let start = index
    guard let end = end(of: document, from: start) else {
      if let near = nearEnd(of: document, from: start) {
        script.mistakes.append(mistake(document, near.mistake))
        index = near.next
      } else {
        let name = document.terminator.text
        script.mistakes.append(mistake(document, .missing(name)))
        index = text.count
        isSwallowed = true
      }
      return
    }
    // Where the same terminator is used again before the end, it was meant to stand in between.
    if let near = nearEnd(of: document, from: start), near.next <= end.lineStart,
      begins(document, in: near.next..<end.lineStart), !begins(document, in: start..<near.next)
    {
      script.mistakes.append(mistake(document, near.mistake))
      index = near.next
      return
    }
    index = end.next
  }

  private func mistake(_ document: HereDocument, _ kind: HereDocument.Mistake) -> ShellMistake {
    ShellMistake(kind: .document(kind), range: document.operation, openers: openers)
  }

  /// Whether `<<` and the same terminator stand in a part of the text.
  private func begins(_ document: HereDocument, in range: Range<Int>) -> Bool {
    guard range.count > 2 else { return false }
    return range.dropLast(2).contains { place in
      guard text[place] == UInt8(ascii: "<"), text[place + 1] == text[place] else { return false }
      let rest = text[(place + 2)..<range.upperBound].drop {
        $0.isBlank || [UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "\"")].contains($0)
      }
      return rest.starts(with: document.terminator)
    }
  }

  /// Finds the line that ends a here-document.
  ///
  /// - Returns: the start of that line, and where the script goes on.
  private func end(
    of document: HereDocument,
    from start: Int
  ) -> (lineStart: Int, next: Int)? {
    var place = start
    while place < text.count {
      let lineStart = place
      var line = takeLine(&place)
      // Lines that a backslash joins are one line, whose end is no terminator of its own.
      while !document.isQuoted, endsInBackslash(line), place < text.count {
        line = line.lowerBound..<takeLine(&place).upperBound
      }
      let content = document.stripsTabs ? withoutTabs(line) : line
      if text[content].elementsEqual(document.terminator) { return (lineStart, place) }
    }
    return nil
  }

  /// Takes a line without its line break.
  private func takeLine(_ place: inout Int) -> Range<Int> {
    let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    defer { place = Swift.min(end + 1, text.count) }
    return place..<end
  }

  private func endsInBackslash(_ line: Range<Int>) -> Bool {
    text[line].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  private func withoutTabs(_ line: Range<Int>) -> Range<Int> {
    let tabs = text[line].prefix { $0 == UInt8(ascii: "\t") }
    return (line.lowerBound + tabs.count)..<line.upperBound
  }

  /// Finds the line that was meant to end a here-document and does not.
  private func nearEnd(
    of document: HereDocument,
    from start: Int
  ) -> (mistake: HereDocument.Mistake, next: Int)? {
    let name = document.terminator.text
    var place = start
    var isJoined = false
    while place < text.count {
      let line = takeLine(&place)
      let blanks = text[line].prefix { $0.isBlank }
      let content = (line.lowerBound + blanks.count)..<line.upperBound
      defer { isJoined = !document.isQuoted && endsInBackslash(line) }
      guard !document.terminator.isEmpty, text[content].starts(with: document.terminator) else {
        continue
      }
      let rest = (content.lowerBound + document.terminator.count)..<content.upperBound
      let terminator = content.lowerBound..<rest.lowerBound
      if text[rest].allSatisfy(\.isBlank) {
        if isJoined {
          let backslash = (line.lowerBound - 2)..<(line.lowerBound - 1)
          return (.joined(name, backslash: backslash), place)
        }
        if !rest.isEmpty { return (.followed(name, terminator: terminator, rest: rest), place) }
        let before = line.lowerBound..<content.lowerBound
        if !before.isEmpty {
          return (.indented(name, terminator: before, stripsTabs: document.stripsTabs), place)
        }
      } else if isTail(rest) {
        return (.followed(name, terminator: terminator, rest: rest), rest.lowerBound)
      }
    }
    return nil
  }

  /// Whether what follows a terminator is the rest of a command.
  private func isTail(_ rest: Range<Int>) -> Bool {
    let first = text[rest].first { !$0.isBlank }
    return first.map {
      [UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\"")]
        .contains($0)
    } ?? false
  }
}
