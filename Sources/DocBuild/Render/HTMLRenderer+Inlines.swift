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
    case .htmlInline: appendMarkup(node.literal)
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .strikethrough: html.append("<del>")
    case .link:
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
    case .link: html.append("</a>")
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
  mutating func append(_ range: Range<Int>, in context: HTMLWithHoles.Context) {
    let text = document.text
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == Sentinel.first, let hole = sentinel?.index(in: text, at: index) {
        html.holes.append(.init(offset: html.bytes.count, hole: hole, context: context))
        index += Sentinel.length
      } else {
        if context == .address {
          HTMLEscape.address(byte, into: &html.bytes)
        } else {
          HTMLEscape.text(byte, into: &html.bytes)
        }
        index += 1
      }
    }
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
        let context: HTMLWithHoles.Context = isInTag ? .attribute : .text
        html.holes.append(.init(offset: html.bytes.count, hole: hole, context: context))
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
