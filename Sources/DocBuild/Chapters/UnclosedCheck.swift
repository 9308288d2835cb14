internal import Diagnostics
internal import HTML
internal import Text

/// Finds what is opened and never closed, so that it takes the rest of a page: fences, comments and
/// other blocks of HTML, and elements.
struct UnclosedCheck {
  private let document: MarkdownDocument
  private let text: MappedText
  private let lines: SourceFile
  private var found: [Diagnostic] = []
  /// The elements that are open, with where they begin in the text.
  private var elements: [(name: HTMLName, shown: String, place: Range<Int>)] = []
  /// Unfinished tags in the text of the block, in order, up to the one that is followed next.
  private var unfinished: ArraySlice<UnfinishedTag> = []
  /// Elements whose end comes late, after that of one around them or after `/>`.
  private var late: [HTMLName] = []
  /// Where the lines of the block begin and end, and up to where its HTML is found.
  private var block = 0..<0
  private var position = 0

  /// Returns the index of the first node that takes the rest of the page, and what is not closed up
  /// to there.
  static func check(
    _ document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile
  ) -> Outcome<Int?> {
    var check = UnclosedCheck(document: document, text: text, lines: lines)
    let cut = check.run()
    return Outcome(cut, check.found)
  }

  private init(document: MarkdownDocument, text: MappedText, lines: SourceFile) {
    self.document = document
    self.text = text
    self.lines = lines
  }

  private mutating func run() -> Int? {
    for (index, node) in document.nodes.enumerated() {
      if node.firstLine > 0 {
        block = lines.lines(node.firstLine, through: node.lastLine)
        position = max(position, block.lowerBound)
      }
      let isCut: Bool =
        switch node.kind {
        case .codeBlock(isFenced: true): fence(node)
        case .htmlBlock, .htmlInline: html(node)
        default: false
        }
      switch node.kind {
      case .paragraph, .heading, .table:
        followUnfinished(before: .max)
        unfinished = UnfinishedTag.tags(in: text.bytes, block)[...]
      default: break
      }
      guard !isCut else { return index }
    }
    followUnfinished(before: .max)
    for element in elements { report("unclosed `<\(element.shown)>`", element.place) }
    return nil
  }

  private mutating func report(_ message: String, _ range: Range<Int>) {
    guard let location = text.origin(of: range) else { return }
    found.append(.unclosed(message, at: location))
  }

  // MARK: Fences

  /// Whether a fence lacks its end; reported.
  private mutating func fence(_ node: MarkdownDocument.Node) -> Bool {
    guard node.firstLine > 0 else { return false }
    let opening = lines.range(ofLine: min(node.firstLine, lines.lineCount))
    guard let (mark, start) = run(in: opening) else { return false }
    let length = text.bytes[start..<opening.upperBound].prefix { $0 == mark }.count
    let literal = document.text[node.literal]
    let last = node.firstLine + 1 + literal.count { $0 == .lineFeed }
    let isClosed = last <= lines.lineCount && closes(lines.range(ofLine: last), mark, length)
    let language = document.text[node.detail].prefix { !$0.isBlank }
    let isMarkdown = ["md", "markdown"].contains { language.elementsEqual($0.utf8) }
    let inner = isMarkdown ? nil : firstOpening(in: literal, mark, length)
    guard !isClosed || inner != nil else { return false }
    let marks = mark == .backtick ? "backticks" : "tildes"
    report("unclosed fence; expected a line of \(length) \(marks)", opening)
    // The end of a list or a quote ends a fence, too; nothing after it is lost.
    return inner != nil || hasEnded(before: last)
  }

  /// Whether only empty lines follow.
  private func hasEnded(before line: Int) -> Bool {
    line > lines.lineCount
      || (line...lines.lineCount).allSatisfy { number in
        text.bytes[lines.range(ofLine: number)].allSatisfy { $0.isBlank || $0 == .greaterThan }
      }
  }

  /// Where a line has three backticks or tildes, or more.
  private func run(in line: Range<Int>) -> (mark: UInt8, start: Int)? {
    for place in line {
      let mark = text.bytes[place]
      guard mark == .backtick || mark == UInt8(ascii: "~") else { continue }
      let count = text.bytes[place..<line.upperBound].prefix { $0 == mark }.count
      if count >= 3 { return (mark, place) }
    }
    return nil
  }

  private func closes(_ line: Range<Int>, _ mark: UInt8, _ length: Int) -> Bool {
    let rest = text.bytes[line].drop { $0.isBlank || $0 == .greaterThan }
    let count = rest.prefix { $0 == mark }.count
    return count >= length && rest.dropFirst(count).allSatisfy(\.isBlank)
  }

  /// A line in a fence that opens the next one, with its language: the end before it is missing.
  private func firstOpening(
    in literal: ArraySlice<UInt8>,
    _ mark: UInt8,
    _ length: Int
  ) -> ArraySlice<UInt8>? {
    literal.split(separator: .lineFeed).first { line in
      let rest = line.drop(while: \.isBlank)
      let count = rest.prefix { $0 == mark }.count
      let info = rest.dropFirst(count)
      return count >= length && info.first?.isLetter == true && !info.contains(mark)
    }
  }

  // MARK: HTML

  /// The blocks of HTML that go on over empty lines, and what ends them (CommonMark 4.6).
  private static let long: [(start: String, end: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<script", "</script>"),
    ("<style", "</style>"), ("<pre", "</pre>"),
  ]

  /// Whether HTML takes the rest of the page, which is reported; its elements are followed.
  private mutating func html(_ node: MarkdownDocument.Node) -> Bool {
    let html = Array(document.text[node.literal])
    let lower = html.map(\.lowercased)
    if node.kind == .htmlBlock {
      let start = lower.drop(while: \.isHTMLSpace)
      for (opening, closing) in Self.long where start.starts(with: opening.utf8) {
        let isElement = opening.last?.isLetter == true
        let next = start.dropFirst(opening.utf8.count).first
        guard !isElement || next.map({ !$0.isLetterOrDigit && $0 != .hyphen }) ?? true,
          start.firstRange(of: Array(closing.lowercased().utf8)) == nil
        else { continue }
        let place = place(of: start[start.startIndex..<(start.startIndex + opening.utf8.count)])
        report("unclosed `\(opening)`; expected `\(closing)`", place)
        return true
      }
    }
    return markup(html)
  }

  /// Follows the tags of HTML; whether a comment in it takes the rest of the page.
  private mutating func markup(_ html: [UInt8]) -> Bool {
    var html = html
    // What an open quote takes is read again; not without an end, as that takes time.
    for _ in 0..<16 {
      var broken: UnfinishedTag?
      scan: for part in HTMLScanner(html) {
        switch part {
        case .text: break
        case .other(let range, let isClosed):
          if !isClosed, html[range].starts(with: "<!--".utf8) {
            report("unclosed `<!--`; expected `-->`", place(of: html[range].prefix(4)))
            return true
          }
        case .tag(let tag):
          broken = UnfinishedTag(tag, in: html)
          guard broken == nil else { break scan }
          follow(tag, html)
        }
      }
      guard let tag = broken else { return false }
      let place = place(of: html[tag.place])
      followUnfinished(before: place.lowerBound)
      follow(tag, at: place)
      html = Array(html[tag.place.upperBound...].drop { $0 != .lessThan })
    }
    return false
  }

  private mutating func followUnfinished(before place: Int) {
    while let tag = unfinished.first, tag.place.lowerBound < place {
      unfinished.removeFirst()
      follow(tag, at: tag.place)
    }
  }

  private mutating func follow(_ tag: UnfinishedTag, at place: Range<Int>) {
    report(tag.message, place)
    if !tag.isEnd {
      late.append(tag.name)
    } else if let open = elements.lastIndex(where: { $0.name == tag.name }) {
      elements.remove(at: open)
    }
  }

  private mutating func follow(_ tag: HTMLTag, _ html: [UInt8]) {
    guard !Self.unfollowed.contains(tag.name), !HTMLName.raw.contains(tag.name) else { return }
    let written = html[tag.range]
    let place = place(of: written)
    followUnfinished(before: place.lowerBound)
    let isEmpty = written.dropLast().last == .slash
    let name = written.drop { $0 == .lessThan || $0 == .slash }
      .prefix { !$0.isHTMLSpace && $0 != .greaterThan && $0 != .slash }
    if !tag.isEnd {
      if isEmpty {
        late.append(tag.name)
      } else {
        elements.append((tag.name, String(decoding: name, as: UTF8.self), place))
      }
    } else if let open = elements.lastIndex(where: { $0.name == tag.name }) {
      for inner in elements[(open + 1)...] {
        report("unclosed `<\(inner.shown)>`", inner.place)
        late.append(inner.name)
      }
      elements.removeLast(elements.count - open)
    } else if let end = late.lastIndex(of: tag.name) {
      late.remove(at: end)
    } else {
      report("unmatched `</\(String(decoding: name, as: UTF8.self))>`", place)
    }
  }

  /// Where a part of HTML is in the text, after what was found before; else its block.
  private mutating func place(of part: ArraySlice<UInt8>) -> Range<Int> {
    let line = part.prefix { $0 != .lineFeed }
    let rest = max(position, block.lowerBound)..<max(position, block.upperBound)
    guard let found = text.bytes[rest].firstRange(of: line) else { return block }
    position = found.upperBound
    return found
  }

  /// Elements without an end, and those whose end may be left out (HTML 13.1.2).
  private static let unfollowed: Set<HTMLName> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup", "thead",
    "tbody", "tfoot", "tr", "td", "th", "html", "head", "body", "caption",
    // Shown as text: GFM filters their tags.
    "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
}
