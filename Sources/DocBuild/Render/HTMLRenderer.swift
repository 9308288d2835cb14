package import HTML

/// Renders parsed Markdown as HTML, byte for byte as the GFM specification shows it, or decorated
/// as a page of the site.
package struct HTMLRenderer {
  package let document: MarkdownDocument
  package let sentinel: Sentinel?
  let decoration: PageDecoration?
  package var html = HTMLWithHoles()
  /// The blocks and inlines that have been opened and not closed, outermost first.
  package var open: [Int] = []
  /// Whether the table that is open has rows in its body.
  var isInTableBody = false
  /// The image whose description is being written; the markup inside it is left out.
  var image: Int?
  /// Nodes that are printed elsewhere or not at all.
  package var skipped = 0..<0
  /// How many links, headings and labels are open: none of them holds a link.
  var labels = 0
  /// The number of the next task, of the last group of tabs, and of the next tab in it.
  var taskNumber = 1
  var tabGroup = 0
  var tabNumber = 1
  var footnotes = FootnoteCounter()

  /// Returns the HTML of a document.
  ///
  /// - Parameters:
  ///   - document: what to render.
  ///   - sentinel: the marks of holes in its text; nothing for text without any.
  ///   - decoration: what the page has beyond plain GFM; nothing for exactly that.
  /// - Returns: the HTML, with a place for each hole.
  static func render(
    _ document: MarkdownDocument,
    sentinel: Sentinel? = nil,
    decoration: PageDecoration? = nil
  ) -> HTMLWithHoles {
    var renderer = HTMLRenderer(document: document, sentinel: sentinel, decoration: decoration)
    renderer.html.bytes.reserveCapacity(document.text.count * 2)
    renderer.footnotes = FootnoteCounter(of: document)
    renderer.renderAll()
    return renderer.html
  }

  private init(document: MarkdownDocument, sentinel: Sentinel?, decoration: PageDecoration?) {
    self.document = document
    self.sentinel = sentinel
    self.decoration = decoration
  }

  private mutating func renderAll() {
    for index in document.nodes.indices where !skipped.contains(index) {
      while let last = open.last, document.nodes[last].end <= index {
        open.removeLast()
        leave(last)
      }
      enter(index)
      if !document.nodes[index].isLeaf { open.append(index) }
    }
    while let last = open.popLast() { leave(last) }
  }

  /// Writes what comes before a node's children, or all of a leaf.
  private mutating func enter(_ index: Int) {
    let node = document.nodes[index]
    guard image == nil else {
      enterDescription(node)
      return
    }
    if let callout = decoration?.callouts[index] { return enterCallout(callout, at: index) }
    switch node.kind {
    case .document: break
    case .blockQuote: startBlock("<blockquote>\n")
    case .list where decoration?.tabs[index] != nil: enterTabs()
    case .list(let start, _): enterList(from: start)
    case .item: enterItem(index)
    case .task(let isDone): enterTask(isDone: isDone)
    case .codeBlock: renderCode(index)
    case .htmlBlock where decoration?.hidden.contains(index) == true: break
    case .htmlBlock:
      html.startLine()
      appendMarkup(index)
      html.startLine()
    case .paragraph: if !isTight(index) { startBlock("<p>") }
    case .heading(let level): enterHeading(index, level)
    case .thematicBreak: startBlock("<hr />\n")
    case .footnoteDefinition: enterFootnote(index)
    case .table:
      isInTableBody = false
      html.startLine()
      if decoration != nil { html.append("<div class=\"table\">") }
      html.append("<table>")
    case .tableRow(let isHeader): enterRow(isHeader: isHeader)
    case .tableCell(let alignment): enterCell(alignment)
    default: enterInline(index, node)
    }
  }

  /// Writes what comes after a node's children.
  private mutating func leave(_ index: Int) {
    let node = document.nodes[index]
    guard image == nil || image == index else { return }
    switch node.kind {
    case .blockQuote:
      html.startLine()
      if decoration?.callouts[index] != nil {
        html.append("</aside>\n")
      } else {
        html.append("</blockquote>\n")
      }
    case .list where decoration?.tabs[index] != nil: html.append("</fieldset>\n")
    case .list(let start, _):
      if start == nil { html.append("</ul>\n") } else { html.append("</ol>\n") }
    case .item where isTab(index): html.append("</div>\n")
    case .item, .task: html.append("</li>\n")
    case .paragraph: leaveParagraph(index)
    case .heading(let level): leaveHeading(index, level)
    case .footnoteDefinition: leaveFootnote(index)
    case .table: leaveTable()
    case .tableRow(let isHeader): leaveRow(isHeader: isHeader)
    case .tableCell: if isInHeader { html.append("</th>") } else { html.append("</td>") }
    case .document: if footnotes.written > 0 { html.append("</ol>\n</section>\n") }
    default: leaveInline(node)
    }
  }

  mutating func startBlock(_ tag: StaticString) {
    html.startLine()
    html.append(tag)
  }
}

extension MarkdownDocument.Node {
  /// Whether nothing can stand inside.
  var isLeaf: Bool {
    switch kind {
    case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code,
      .htmlInline:
      true
    default: false
    }
  }
}
