internal import HTML
internal import Highlighting
internal import Text

extension HTMLRenderer {
  /// Writes a block of code: plain as in GFM, or as a figure with its caption and its tokens.
  mutating func renderCode(_ index: Int) {
    html.startLine()
    let node = document.nodes[index]
    guard let figure = decoration?.fences[index] else {
      appendOpening(of: node)
      append(node.literal, in: .code)
      return html.append("</code></pre>\n")
    }
    open(figure)
    appendOpening(of: node)
    appendTokens(of: node.literal, in: figure)
    html.append("</code></pre>\n")
    close(figure)
  }

  private mutating func appendOpening(of node: MarkdownDocument.Node) {
    let info = document.text[node.detail]
    let language = info.prefix { !$0.isBlank }
    html.append("<pre><code")
    if !language.isEmpty {
      html.append(" class=\"language-")
      append(language.startIndex..<language.endIndex, in: .attribute)
      html.append("\"")
    }
    html.append(">")
  }

  // MARK: Tokens

  private mutating func appendTokens(of literal: Range<Int>, in figure: FenceFigure) {
    let tokens =
      figure.isOutput
      ? nil : Language.tokens(of: Array(document.text[literal]), in: figure.language)
    var lines = MarkedLines(figure.marks)
    var start = literal.lowerBound
    lines.open(&html)
    for token in tokens ?? [Token(kind: .plain, end: literal.count)] {
      let cut = literal.lowerBound + token.end
      // No token ends inside a mark, whatever the lexer took its letters and digits for.
      let end = sentinel?.end(ofMarkAround: cut, in: document.text) ?? cut
      guard end > start else { continue }
      append(token.kind, start..<end, &lines)
      start = end
    }
    lines.close(&html)
  }

  /// Appends a token, cut at line breaks where lines are marked, and at holes, which are tokens of
  /// their own.
  private mutating func append(
    _ kind: Token.Kind,
    _ range: Range<Int>,
    _ lines: inout MarkedLines
  ) {
    let text = document.text
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if text[index] == Sentinel.first, let hole = sentinel?.index(in: text, at: index) {
        append(kind, piece: start..<index)
        html.append(.value(hole: hole, .code))
        index += Sentinel.length
        start = index
      } else if text[index] == UInt8(ascii: "\n"), lines.areMarked {
        append(kind, piece: start..<index)
        lines.close(&html)
        html.append("\n")
        index += 1
        start = index
        if index < text.endIndex { lines.open(&html) }
      } else {
        index += 1
      }
    }
    append(kind, piece: start..<range.upperBound)
  }

  private mutating func append(_ kind: Token.Kind, piece: Range<Int>) {
    guard !piece.isEmpty else { return }
    guard let letter = kind.letter else {
      return html.append(escaping: document.text[piece])
    }
    html.append("<span class=\"")
    html.bytes.append(letter)
    html.append("\">")
    html.append(escaping: document.text[piece])
    html.append("</span>")
  }

  // MARK: The figure

  private mutating func open(_ figure: FenceFigure) {
    if figure.isOutput {
      html.append("<figure class=\"code output\"")
    } else {
      html.append("<figure class=\"code\"")
    }
    if let id = figure.id {
      html.append(" data-id=\"")
      html.append(escaping: id.utf8)
      html.append("\"")
    }
    html.append(">")
    guard figure.hasCaption else { return }
    html.append("<figcaption>")
    if !figure.title.isEmpty { appendCaption("file", figure.title) }
    if let host = figure.host {
      html.append("<span class=\"host\">on ")
      if let address = host.address {
        html.append("<a href=\"")
        html.append(escaping: address.utf8)
        html.append("\">")
      }
      html.append(escaping: host.label.utf8)
      if host.address != nil { html.append("</a>") }
      html.append("</span>")
    }
    if let user = figure.user { appendCaption("user", Array("as \(user)".utf8)) }
    if let mode = figure.mode { appendCaption("mode", Array("mode \(mode)".utf8)) }
    if let address = figure.download {
      html.append("<a class=\"download\" href=\"")
      appendText(address, in: .address)
      html.append("\" download>Download</a>")
    }
    html.append("</figcaption>")
  }

  private mutating func appendCaption(_ role: StaticString, _ text: [UInt8]) {
    html.append("<span class=\"")
    html.append(role)
    html.append("\">")
    appendText(text, in: .label)
    html.append("</span>")
  }

  /// Appends a text that is not part of the document, with the holes in it.
  mutating func appendText(_ text: [UInt8], in context: HTMLWithHoles.Context) {
    guard let sentinel else { return html.append(escaping: text) }
    for piece in HolePieces(text, sentinel: sentinel) {
      switch piece {
      case .hole(let hole): html.append(.value(hole: hole, context))
      case .text(let bytes) where context == .address:
        for byte in bytes { HTMLEscape.address(byte, into: &html.bytes) }
      case .text(let bytes): html.append(escaping: bytes)
      }
    }
  }

  private mutating func close(_ figure: FenceFigure) {
    if !figure.members.isEmpty {
      html.append("<dl class=\"members\">")
      for member in figure.members {
        html.append("<div><dt>")
        if let address = member.download {
          html.append("<a href=\"")
          appendText(address, in: .address)
          html.append("\" download>")
        }
        html.append(escaping: member.name.utf8)
        if member.download != nil { html.append("</a>") }
        html.append("</dt>")
        for value in member.values {
          html.append("<dd>")
          html.append(.value(hole: value, .code))
          html.append("</dd>")
        }
        html.append("</div>")
      }
      html.append("</dl>")
    }
    if !figure.holes.isEmpty, !figure.isOutput { html.append(.legend(figure.holes)) }
    html.append("</figure>\n")
  }
}

/// The marks around lines of code, which open and close with them.
private struct MarkedLines {
  let marks: [ClosedRange<Int>]
  private var number = 0
  private var isOpen = false

  init(_ marks: [ClosedRange<Int>]) { self.marks = marks }

  var areMarked: Bool { !marks.isEmpty }

  mutating func open(_ html: inout HTMLWithHoles) {
    number += 1
    guard marks.contains(where: { $0.contains(number) }) else { return }
    html.append("<mark>")
    isOpen = true
  }

  mutating func close(_ html: inout HTMLWithHoles) {
    if isOpen { html.append("</mark>") }
    isOpen = false
  }
}

extension Token.Kind {
  /// The class of the element around a token; nothing for plain code.
  fileprivate var letter: UInt8? {
    switch self {
    case .plain: nil
    case .comment: UInt8(ascii: "c")
    case .key: UInt8(ascii: "k")
    case .string: UInt8(ascii: "s")
    case .number: UInt8(ascii: "n")
    case .keyword: UInt8(ascii: "w")
    case .variable: UInt8(ascii: "v")
    case .name: UInt8(ascii: "f")
    case .prompt: UInt8(ascii: "p")
    case .output: UInt8(ascii: "o")
    }
  }
}
