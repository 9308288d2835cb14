internal import Diagnostics
internal import HTML
internal import Text

/// Finds where inlines of a parsed text are written: the parser says only which block they are in.
struct LinkPlaces {
  private let document: MarkdownDocument
  private let text: [UInt8]
  private let lines: SourceFile
  /// The first definition of each label.
  private let definitions: [String: LinkDefinition]
  /// The block of the inlines at hand.
  private(set) var block = 0..<0
  private var index = 0
  /// Links that are open, with the ends of their destinations.
  private var open: [(node: Int, end: Int)] = []

  init(
    _ document: MarkdownDocument,
    _ text: [UInt8],
    _ lines: SourceFile,
    _ definitions: [LinkDefinition]
  ) {
    self.document = document
    self.text = text
    self.lines = lines
    let named = definitions.filter { !$0.isFootnote }.map { ($0.label, $0) }
    self.definitions = Dictionary(named) { first, _ in first }
  }

  /// Moves on to a node; each is visited once, in order.
  mutating func visit(_ node: Int) {
    while let last = open.last, document.nodes[last.node].end <= node {
      index = max(index, last.end)
      open.removeLast()
    }
    guard document.nodes[node].isTextBlock, let range = range(of: node) else { return }
    block = range
    index = range.lowerBound
    open = []
  }

  /// Returns the lines of a block.
  func range(of node: Int) -> Range<Int>? {
    let (first, last) = (document.nodes[node].firstLine, document.nodes[node].lastLine)
    guard first > 0, first <= lines.lineCount else { return nil }
    let end = max(first, min(last, lines.lineCount))
    return lines.range(ofLine: first).lowerBound..<lines.range(ofLine: end).upperBound
  }

  /// Returns where HTML within a line is written.
  mutating func markup(_ node: Int) -> Range<Int>? {
    let literal = document.text[document.nodes[node].literal]
    guard let found = text[index..<block.upperBound].firstRange(of: literal) else { return nil }
    index = found.upperBound
    return found
  }

  /// Returns where a part of an HTML block is written, whose lines lack what a list or a quote puts
  /// before them.
  func place(of part: Range<Int>, inBlock node: Int) -> Range<Int>? {
    let literal = Array(document.text[document.nodes[node].literal])
    let number =
      document.nodes[node].firstLine + literal[..<part.lowerBound].count { $0 == .lineFeed }
    guard document.nodes[node].firstLine > 0, number <= lines.lineCount else { return nil }
    let rest = literal[part.lowerBound...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let raw = lines.range(ofLine: number)
    let start = raw.upperBound - rest.count
    let written = literal[part].prefix(rest.count)
    guard start >= raw.lowerBound, text[start..<raw.upperBound].starts(with: written) else {
      return nil
    }
    return start..<(start + written.count)
  }

  /// Returns where the destination of a link or an image is written, which may be in a definition.
  mutating func destination(_ node: Int) -> Range<Int>? {
    let link = document.nodes[node]
    let target = Array(document.text[link.literal])
    let ownText = textOfAddress(node, target)
    // Images within a link are written before its destination.
    var skipped = document.nodes[(node + 1)..<link.end].count {
      $0.kind == .image && document.text[$0.literal].elementsEqual(target)
    }
    var place = index
    while let found = next(target, ownText, from: place) {
      if skipped == 0 {
        if link.end > node + 1 { open.append((node, found.end)) } else { index = found.end }
        return found.place
      }
      skipped -= 1
      place = found.end
    }
    return nil
  }

  /// The next place at which a destination may be written, and where its link ends.
  private func next(
    _ target: [UInt8],
    _ ownText: [UInt8],
    from start: Int
  ) -> (place: Range<Int>, end: Int)? {
    var index = start
    var brackets: [Int] = []
    while index < block.upperBound {
      switch text[index] {
      case .backslash: index += 1
      case .backtick: index = InlineText.endOfCode(in: text, from: index, to: block.upperBound) - 1
      case .openBracket: brackets.append(index)
      case .closeBracket:
        let opened = brackets.popLast()
        if let found = destination(behind: index, opened), isWritten(target, at: found.place) {
          return found
        }
      default:
        if text[index] == ownText.first, text[index..<block.upperBound].starts(with: ownText) {
          let end = index + ownText.count
          return (index..<end, end)
        }
      }
      index += 1
    }
    return nil
  }

  private func isWritten(_ target: [UInt8], at place: Range<Int>) -> Bool {
    InlineText.plain(text[place]) == target
  }

  private func destination(behind close: Int, _ opened: Int?) -> (place: Range<Int>, end: Int)? {
    let next = close + 1 < block.upperBound ? text[close + 1] : 0
    if next == .openParenthesis,
      let place = InlineText.destination(in: text, (close + 2)..<block.upperBound)
    {
      return (place, place.upperBound)
    }
    if next == .openBracket,
      let end = InlineText.closingBracket(in: text, from: close + 1, to: block.upperBound),
      end > close + 2
    {
      return definition(text[(close + 2)..<end], end + 1)
    }
    return opened.flatMap { definition(text[($0 + 1)..<close], close + 1) }
  }

  private func definition(_ name: ArraySlice<UInt8>, _ end: Int) -> (Range<Int>, Int)? {
    definitions[LinkDefinition.label(of: name)].map { ($0.place, end) }
  }

  /// The text of an address that is its own: `<https://example.org>` or bare; empty for a link with
  /// another one.
  private func textOfAddress(_ node: Int, _ target: [UInt8]) -> [UInt8] {
    guard document.nodes[node].end == node + 2, document.nodes[node + 1].kind == .text else {
      return []
    }
    let shown = document.text[document.nodes[node + 1].literal]
    let isAddress = ["", "http://", "mailto:"].contains { target.elementsEqual($0.utf8 + shown) }
    return isAddress ? Array(shown) : []
  }
}

extension MarkdownDocument.Node {
  /// Whether inlines are in it, and its lines are known.
  fileprivate var isTextBlock: Bool {
    switch kind {
    case .paragraph, .heading, .tableRow: true
    default: false
    }
  }
}
