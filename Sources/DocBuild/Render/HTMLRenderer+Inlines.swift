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
      appendMarkup(node.literal)
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
      for byte in address { HTMLEscape.address(byte, into: &html.bytes) }
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

  /// Appends HTML that the author wrote: holes inside a tag are attributes, others are text, and
  /// the tags that GFM forbids lose their bracket.
  mutating func appendMarkup(_ range: Range<Int>) {
    let text = document.text
    var isInTag = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == Sentinel.first, let hole = sentinel?.index(in: text, at: index) {
        // What the author wrote around it may be a link.
        let context: HTMLWithHoles.Context = isInTag ? .attribute : .label
        html.append(.value(hole: hole, context))
        index += Sentinel.length
        continue
      }
      if byte == UInt8(ascii: "<") {
        isInTag = true
        if ForbiddenTag.begins(in: text[index..<range.upperBound]) {
          html.append("&lt;")
          index += 1
          continue
        }
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      }
      html.bytes.append(byte)
      index += 1
    }
  }
}

/// The tags that GFM does not pass on (the extension “disallowed raw HTML”).
private enum ForbiddenTag {
  static let names: [[UInt8]] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  static func begins(in tag: ArraySlice<UInt8>) -> Bool {
    var rest = tag.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    return names.contains { name in
      let written = rest.prefix(name.count)
      guard written.count == name.count, zip(written, name).allSatisfy({ $0 | 0x20 == $1 })
      else { return false }
      let after = rest.dropFirst(name.count)
      guard let next = after.first else { return false }
      return next.isBlank || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
        || next == UInt8(ascii: ">") || after.starts(with: "/>".utf8)
    }
  }
}
