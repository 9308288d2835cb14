internal import Diagnostics
internal import HTML
internal import Text

/// What a line such as `[label]: destination` or `[^label]: text` gives a name to.
struct LinkDefinition: Sendable {
  /// As it is compared: without markup, spaces as one, in lower case.
  var label: String
  /// Whether it is a footnote, which has no destination.
  var isFootnote: Bool
  /// The brackets with the label, in bytes of the text.
  var range: Range<Int>
  /// The destination as it is written; empty for a footnote.
  var place: Range<Int>

  /// Returns the label of a name between brackets.
  static func label(of name: ArraySlice<UInt8>) -> String {
    name.split(whereSeparator: \.isHTMLSpace).map(\.text).joined(separator: " ").lowercased()
  }
}

/// Finds the definitions of a chapter, which a parser of Markdown keeps to itself.
enum LinkDefinitionFinder {
  /// Returns all definitions in order, those that another one of the same label makes void included.
  static func definitions(
    of document: MarkdownDocument,
    in text: [UInt8],
    _ lines: SourceFile
  ) -> [LinkDefinition] {
    guard text.contains(.openBracket) else { return [] }
    let taken = linesOfOtherBlocks(document)
    var definitions: [LinkDefinition] = []
    var canBegin = true
    for number in 1...lines.lineCount {
      let line = lines.range(ofLine: number)
      let start = contentStart(in: text, line)
      guard !taken.contains(number), start < line.upperBound else {
        canBegin = true
        continue
      }
      let found = definition(in: text, start..<line.upperBound, upTo: lines, number)
      // Within a paragraph nothing is defined but at its head, footnotes apart.
      if let found, canBegin || found.isFootnote {
        definitions.append(found)
        canBegin = true
      } else {
        canBegin = isTitle(text[start..<line.upperBound]) && canBegin
      }
    }
    return definitions
  }

  /// The lines of blocks in which nothing is defined.
  private static func linesOfOtherBlocks(_ document: MarkdownDocument) -> Set<Int> {
    var lines: Set<Int> = []
    for node in document.nodes where node.firstLine > 0 {
      switch node.kind {
      case .codeBlock, .htmlBlock, .heading, .table, .thematicBreak:
        lines.formUnion(node.firstLine...max(node.firstLine, node.lastLine))
      default: break
      }
    }
    return lines
  }

  /// Where the content of a line begins, behind what quotes and lists put before it.
  private static func contentStart(in text: [UInt8], _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = text[index]
      let next = index + 1 < line.upperBound ? text[index + 1] : .space
      let isMark = byte == .hyphen || byte == .star || byte == .plus
      guard byte.isBlank || byte == .greaterThan || isMark && next.isBlank else { break }
      index += 1
    }
    let digits = text[index..<line.upperBound].prefix { $0.isDigit }
    let rest = text[(index + digits.count)..<line.upperBound]
    guard !digits.isEmpty, let mark = rest.first, mark == .point || mark == .closeParenthesis,
      rest.dropFirst().first?.isBlank == true
    else { return index }
    return rest.dropFirst().firstIndex { !$0.isBlank } ?? line.upperBound
  }

  private static func definition(
    in text: [UInt8],
    _ line: Range<Int>,
    upTo lines: SourceFile,
    _ number: Int
  ) -> LinkDefinition? {
    guard text[line.lowerBound] == .openBracket,
      let close = InlineText.closingBracket(in: text, from: line.lowerBound, to: line.upperBound),
      close + 1 < line.upperBound, text[close + 1] == .colon, close > line.lowerBound + 1
    else { return nil }
    let range = line.lowerBound..<(close + 1)
    let name = text[(line.lowerBound + 1)..<close]
    if name.first == UInt8(ascii: "^") {
      guard name.count > 1 else { return nil }
      return LinkDefinition(
        label: LinkDefinition.label(of: name.dropFirst()),
        isFootnote: true,
        range: range,
        place: close..<close
      )
    }
    var rest = (close + 2)..<line.upperBound
    if text[rest].allSatisfy(\.isBlank), number < lines.lineCount {
      let next = lines.range(ofLine: number + 1)
      rest = contentStart(in: text, next)..<next.upperBound
    }
    guard let place = InlineText.destination(in: text, rest), !place.isEmpty,
      !LinkDefinition.label(of: name).isEmpty
    else { return nil }
    return LinkDefinition(
      label: LinkDefinition.label(of: name),
      isFootnote: false,
      range: range,
      place: place
    )
  }

  /// Whether a line may be the title or the destination of the definition above it.
  private static func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
    line.first.map { $0 == .quote || $0 == .apostrophe || $0 == .openParenthesis } ?? false
  }
}
