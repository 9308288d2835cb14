extension HTMLRenderer {
  /// Writes a block of code: plain as in GFM, or as a figure with its caption.
  mutating func renderCode(_ index: Int) {
    html.startLine()
    let figure = decoration?.fences[index]
    if let figure { openFigure(figure) }
    appendCode(document.nodes[index])
    if let figure { closeFigure(figure) }
  }

  private mutating func appendCode(_ node: MarkdownDocument.Node) {
    let info = document.text[node.detail]
    let language = info.prefix { !$0.isBlank }
    html.append("<pre><code")
    if !language.isEmpty {
      html.append(" class=\"language-")
      append(language.startIndex..<language.endIndex, in: .attribute)
      html.append("\"")
    }
    html.append(">")
    append(node.literal, in: .code)
    html.append("</code></pre>\n")
  }

  private mutating func openFigure(_ figure: FenceFigure) {
    if figure.isOutput {
      html.append("<figure class=\"code output\">")
    } else {
      html.append("<figure class=\"code\">")
    }
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
