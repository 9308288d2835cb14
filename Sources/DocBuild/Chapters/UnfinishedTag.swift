internal import HTML
internal import Text

/// A tag that lacks its `>` or the end of a quote, or a comment that lacks its end.
struct UnfinishedTag {
  let name: HTMLName
  let isEnd: Bool
  /// From its `<` to the end of its name.
  let place: Range<Int>
  /// What is wrong with it.
  let message: String

  private init(_ text: ArraySlice<UInt8>, name: Range<Int>, isEnd: Bool) {
    self.name = HTMLName(text[name])
    self.isEnd = isEnd
    place = text.startIndex..<name.upperBound
    let shown = text[place].text
    let rest = text.dropFirst().prefix { ![.lessThan, .greaterThan, .lineFeed].contains($0) }
    let isQuote = [.quote, .apostrophe].contains { mark in
      !rest.count { $0 == mark }.isMultiple(of: 2)
    }
    message =
      isQuote ? "unclosed quote in the tag `\(shown)`" : "unclosed tag `\(shown)`; expected `>`"
  }

  private init(comment place: Range<Int>) {
    name = ""
    isEnd = true
    self.place = place
    message = "unclosed `<!--`; expected `-->`"
  }

  // MARK: In HTML

  /// Takes a tag in HTML that has no `>`, or of which a quote or a `<` is in a name (HTML 13.2.2).
  init?(_ tag: HTMLTag, in html: [UInt8]) {
    let marks: [UInt8] = [.quote, .apostrophe, .lessThan]
    guard
      !tag.isClosed
        || HTMLAttributes(of: tag, in: html).contains(where: { attribute in
          html[attribute.name].contains { marks.contains($0) }
        })
    else { return nil }
    self.init(html[tag.range], name: tag.nameRange, isEnd: tag.isEnd)
  }

  // MARK: In Markdown

  /// Finds the tags in a block of inlines that Markdown takes for text.
  static func tags(in text: [UInt8], _ block: Range<Int>) -> [UnfinishedTag] {
    guard text[block].contains(.lessThan) else { return [] }
    var tags: [UnfinishedTag] = []
    var index = block.lowerBound
    while index < block.upperBound {
      switch text[index] {
      case .backslash: index += 1
      case .backtick:
        index = InlineText.endOfCode(in: text, from: index, to: block.upperBound) - 1
      case .closeBracket where text[index..<block.upperBound].starts(with: "](<".utf8):
        index = text[index..<block.upperBound].firstIndex(of: .greaterThan) ?? index
      case .lessThan:
        let rest = text[index..<block.upperBound]
        if rest.starts(with: "<!--".utf8), rest.firstRange(of: Array("-->".utf8)) == nil {
          tags.append(UnfinishedTag(comment: index..<(index + 4)))
        } else if let end = endOfMarkup(rest) {
          index = end - 1
        } else if let tag = UnfinishedTag(rest) {
          tags.append(tag)
          index = tag.place.upperBound - 1
        }
      default: break
      }
      index += 1
    }
    return tags
  }

  /// Takes what begins with `<` for a tag where nobody can mean text: the name is an element's, or an
  /// attribute with a quote follows.
  private init?(_ text: ArraySlice<UInt8>) {
    let isEnd = text.dropFirst().first == .slash
    let start = text.startIndex + (isEnd ? 2 : 1)
    let name = text.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetterOrDigit || $0 == .hyphen }
    guard name.first?.isLetter == true else { return nil }
    let rest = text[name.endIndex...]
    let isKnown = Self.elements.contains(name.text.lowercased())
    let ends: Bool =
      switch rest.first {
      case nil, .lessThan: true
      case .slash: rest.dropFirst().first?.isHTMLSpace ?? true
      case let byte?: byte.isHTMLSpace
      }
    guard ends && isKnown && (isEnd || name.count > 1) || Self.hasQuotedAttribute(rest) else {
      return nil
    }
    self.init(text, name: start..<name.endIndex, isEnd: isEnd)
  }

  private static func hasQuotedAttribute(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first?.isHTMLSpace == true else { return false }
    let rest = text.drop(while: \.isHTMLSpace)
    let name = rest.prefix { $0.isLetterOrDigit || $0 == .hyphen || $0 == .colon }
    let mark = rest.dropFirst(name.count).dropFirst().first
    return name.first?.isLetter == true && rest.dropFirst(name.count).first == UInt8(ascii: "=")
      && (mark == .quote || mark == .apostrophe)
  }

  /// Returns the offset after a tag or a comment as Markdown knows them (CommonMark 6.6).
  private static func endOfMarkup(_ text: ArraySlice<UInt8>) -> Int? {
    for (start, end) in [("<!--", "-->"), ("<?", "?>"), ("<!", ">")]
    where text.starts(with: start.utf8) {
      return text.firstRange(of: Array(end.utf8))?.upperBound
    }
    let isEnd = text.dropFirst().first == .slash
    var rest = text.dropFirst(isEnd ? 2 : 1)
    guard rest.first?.isLetter == true else { return nil }
    rest = rest.drop { $0.isLetterOrDigit || $0 == .hyphen }
    while true {
      let space = rest.prefix(while: \.isHTMLSpace)
      rest = rest[space.endIndex...]
      if rest.first == .greaterThan { return rest.startIndex + 1 }
      if !isEnd, rest.starts(with: "/>".utf8) { return rest.startIndex + 2 }
      guard !isEnd, !space.isEmpty, let after = endOfAttribute(rest) else { return nil }
      rest = rest[after...]
    }
  }

  private static func endOfAttribute(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first.isLetter || first == .underscore || first == .colon else {
      return nil
    }
    let name = text.prefix {
      $0.isLetterOrDigit || [.underscore, .colon, .point, .hyphen].contains($0)
    }
    var rest = text[name.endIndex...].drop(while: \.isHTMLSpace)
    guard rest.first == UInt8(ascii: "=") else { return name.endIndex }
    rest = rest.dropFirst().drop(while: \.isHTMLSpace)
    if let quote = rest.first, quote == .quote || quote == .apostrophe {
      return rest.dropFirst().firstIndex(of: quote).map { $0 + 1 }
    }
    let value = rest.prefix { !$0.isHTMLSpace && !"\"'=<>`".utf8.contains($0) }
    return value.isEmpty ? nil : value.endIndex
  }

  /// The elements of HTML whose names are not found in a text after a `<` otherwise.
  private static let elements: Set<String> = [
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote",
    "br", "button", "canvas", "caption", "cite", "code", "col", "colgroup", "datalist", "dd", "del",
    "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img",
    "input", "ins", "kbd", "label", "legend", "li", "link", "mark", "meta", "meter", "nav", "ol",
    "optgroup", "option", "p", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp",
    "section", "select", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td",
    "template", "tfoot", "th", "thead", "tr", "track", "u", "ul", "video", "wbr",
  ]
}
