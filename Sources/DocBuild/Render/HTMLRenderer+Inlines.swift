package import HTML
internal import Text

extension HTMLRenderer {
  mutating func enterInline(_ index: Int, _ node: MarkdownDocument.Node) {
    switch node.kind {
    case .text: append(node.literal, in: .text)
    case .softBreak: html.append("\n")
    case .lineBreak: html.append("<br />\n")
    case .code:
      html.append("<code>")
      append(node.literal, in: .code)
      html.append("</code>")
    case .htmlInline:
      countLinks(in: node.literal)
      appendMarkup(index)
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .strikethrough: html.append("<del>")
    case .link:
      labels += 1
      html.append("<a href=\"")
      appendAddress(of: index, node)
      appendTitle(node)
      html.append("\">")
    case .image:
      html.append("<img src=\"")
      appendAddress(of: index, node)
      html.append("\" alt=\"")
      image = index
    case .footnoteReference: appendFootnoteReference(node)
    default: break
    }
  }

  mutating func leaveInline(_ node: MarkdownDocument.Node) {
    switch node.kind {
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .strikethrough: html.append("</del>")
    case .link:
      labels -= 1
      html.append("</a>")
    case .image:
      image = nil
      appendTitle(node)
      html.append("\" />")
    default: break
    }
  }

  /// Writes a node inside the description of an image: its text alone.
  mutating func enterDescription(_ node: MarkdownDocument.Node) {
    switch node.kind {
    case .text, .code, .htmlInline: append(node.literal, in: .attribute)
    case .softBreak, .lineBreak: html.append(" ")
    default: break
    }
  }

  private mutating func appendTitle(_ node: MarkdownDocument.Node) {
    guard !node.detail.isEmpty else { return }
    html.append("\" title=\"")
    append(node.detail, in: .attribute)
  }

  private mutating func appendAddress(of index: Int, _ node: MarkdownDocument.Node) {
    if let address = decoration?.addresses[index] {
      appendText(address, in: .address)
    } else {
      append(node.literal, in: .address)
    }
  }

  /// Appends a part of the text, escaped for its place, with the holes in it.
  package mutating func append(_ range: Range<Int>, in context: HTMLWithHoles.Context) {
    let text = document.text
    var context = context
    if labels > 0, context == .text || context == .code { context = .label }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard text[index] == Sentinel.first, let hole = sentinel?.index(in: text, at: index) else {
        index += 1
        continue
      }
      appendPiece(start..<index, in: context)
      html.append(.value(hole: hole, context))
      index += Sentinel.length
      start = index
    }
    appendPiece(start..<range.upperBound, in: context)
  }

  private mutating func appendPiece(_ range: Range<Int>, in context: HTMLWithHoles.Context) {
    guard context == .address else { return html.append(escaping: document.text[range]) }
    for byte in document.text[range] { HTMLEscape.address(byte, into: &html.bytes) }
  }

  /// Follows the links that the author wrote as HTML.
  private mutating func countLinks(in tag: Range<Int>) {
    let name = document.text[tag].prefix(3).map { $0 | 0x20 }
    if name.elementsEqual("<a ".utf8) { labels += 1 }
    if name.elementsEqual("</a".utf8.map { $0 | 0x20 }) { labels = max(0, labels - 1) }
  }

  /// Appends HTML that the author wrote: values go where they can, addresses lead to pages of the
  /// site, and the tags that GFM forbids lose their bracket.
  mutating func appendMarkup(_ index: Int) {
    let range = document.nodes[index].literal
    let bytes = Array(document.text[range])
    let places = AuthorHTML(bytes, sentinel: sentinel).places
    var edits = places.map {
      MarkupEdit(range: $0.offset..<($0.offset + Sentinel.length), .hole($0))
    }
    for address in decoration?.markupAddresses[index] ?? [] {
      edits.append(MarkupEdit(range: address.range, .address(address.written)))
    }
    var start = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= start {
      appendFiltered(bytes[start..<edit.range.lowerBound])
      switch edit.content {
      case .hole(let place): html.append(.value(hole: place.hole, place.context))
      case .address(let address): appendText(address, in: .address)
      }
      start = edit.range.upperBound
    }
    appendFiltered(bytes[start...])
  }

  private mutating func appendFiltered(_ markup: ArraySlice<UInt8>) {
    for index in markup.indices {
      if markup[index] == .lessThan, ForbiddenTag.begins(in: markup[index...]) {
        html.append("&lt;")
      } else {
        html.bytes.append(markup[index])
      }
    }
  }
}

/// A part of an author's HTML that is written otherwise.
private struct MarkupEdit {
  var range: Range<Int>
  var content: Content

  enum Content {
    case hole(AuthorHTML.Place)
    case address([UInt8])
  }

  init(range: Range<Int>, _ content: Content) {
    self.range = range
    self.content = content
  }
}
