extension HTMLRenderer {
  /// Writes a block of code: plain as in GFM, or as a figure with its caption.
  mutating func renderCode(_ index: Int) {
    html.startLine()
    let figure = decoration?.fences[index]
    if let figure { openFigure(figure) }
    appendCode(document.nodes[index], marks: figure?.marks ?? [])
    if let figure { closeFigure(figure) }
  }

  private mutating func appendCode(_ node: MarkdownDocument.Node, marks: [ClosedRange<Int>]) {
    let info = document.text[node.detail]
    let language = info.prefix { !$0.isBlank }
    html.append("<pre><code")
    if !language.isEmpty {
      html.append(" class=\"language-")
      append(language.startIndex..<language.endIndex, in: .attribute)
      html.append("\"")
    }
    html.append(">")
    if marks.isEmpty { append(node.literal, in: .code) } else { append(node.literal, marks) }
    html.append("</code></pre>\n")
  }

  private mutating func append(_ literal: Range<Int>, _ marks: [ClosedRange<Int>]) {
    var start = literal.lowerBound
    var number = 1
    while start < literal.upperBound {
      let text = document.text[start..<literal.upperBound]
      let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? literal.upperBound
      let isMarked = marks.contains { $0.contains(number) }
      if isMarked { html.append("<mark>") }
      append(start..<end, in: .code)
      if isMarked { html.append("</mark>") }
      if end < literal.upperBound { html.append("\n") }
      start = end + 1
      number += 1
    }
  }

  private mutating func openFigure(_ figure: FenceFigure) {
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
    guard !figure.captions.isEmpty else { return }
    html.append("<figcaption>")
    for (role, text) in figure.captions {
      html.append("<span class=\"")
      html.append(role)
      html.append("\">")
      html.append(escaping: text.utf8)
      html.append("</span>")
    }
    html.append("</figcaption>")
  }

  private mutating func closeFigure(_ figure: FenceFigure) {
    if !figure.members.isEmpty {
      html.append("<dl class=\"members\">")
      for (name, values) in figure.members {
        html.append("<dt>")
        appendHole(name, in: .text)
        html.append("</dt>")
        for value in values {
          html.append("<dd>")
          appendHole(value, in: .code)
          html.append("</dd>")
        }
      }
      html.append("</dl>")
    }
    html.append("</figure>\n")
  }

  private mutating func appendHole(_ hole: Int, in context: HTMLWithHoles.Context) {
    html.holes.append(.init(offset: html.bytes.count, hole: hole, context: context))
  }
}
