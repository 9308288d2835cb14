internal import HTML

extension HTMLRenderer {
  // MARK: Lists

  mutating func enterList(from start: Int?) {
    html.startLine()
    switch start {
    case nil: html.append("<ul>\n")
    case 1: html.append("<ol>\n")
    case .some(let number):
      html.append("<ol start=\"")
      html.append(raw: String(number).utf8)
      html.append("\">\n")
    }
  }

  mutating func enterItem(_ index: Int) {
    if isTab(index) { return enterTab(index) }
    guard let anchor = decoration?.steps[index] else { return startBlock("<li>") }
    html.startLine()
    html.append("<li id=\"")
    html.append(escaping: anchor.utf8)
    html.append("\"><a class=\"step\" href=\"#")
    html.append(escaping: anchor.utf8)
    html.append("\" aria-label=\"Link to this step\"></a>")
  }

  mutating func enterTask(isDone: Bool) {
    html.startLine()
    guard decoration != nil else {
      html.append("<li>")
      return appendTask(isDone: isDone)
    }
    let number = String(taskNumber)
    taskNumber += 1
    html.append("<li class=\"task\" id=\"task-")
    html.append(raw: number.utf8)
    html.append("\">")
    appendTask(isDone: isDone, labelledBy: "task-\(number)")
  }

  private mutating func appendTask(isDone: Bool, labelledBy label: String? = nil) {
    html.append("<input type=\"checkbox\"")
    if let label {
      html.append(" aria-labelledby=\"")
      html.append(raw: label.utf8)
      html.append("\"")
    }
    if isDone { html.append(" checked=\"\"") }
    html.append(" disabled=\"\" /> ")
  }

  // MARK: Paragraphs and headings

  /// Whether a paragraph stands in a list that prints none.
  func isTight(_ paragraph: Int) -> Bool {
    guard open.count >= 2 else { return false }
    let list = open[open.count - 2]
    guard case .list(_, let isTight) = document.nodes[list].kind else { return false }
    return isTight
  }

  mutating func leaveParagraph(_ index: Int) {
    guard !isTight(index) else { return }
    if let parent = open.last, document.nodes[parent].kind == .footnoteDefinition,
      document.nodes[parent].end == document.nodes[index].end
    {
      html.append(" ")
      footnotes.appendBackReferences(to: &html)
    }
    html.append("</p>\n")
  }

  mutating func enterHeading(_ index: Int, _ level: Int) {
    labels += 1
    html.startLine()
    html.append("<h")
    html.append(raw: String(level).utf8)
    if let anchor = decoration?.anchors[index] {
      html.append(" id=\"")
      html.append(escaping: anchor.utf8)
      html.append("\"")
    }
    html.append(">")
  }

  mutating func leaveHeading(_ index: Int, _ level: Int) {
    labels -= 1
    if let anchor = decoration?.anchors[index] {
      html.append("<a class=\"anchor\" href=\"#")
      html.append(escaping: anchor.utf8)
      html.append("\" aria-label=\"Link to this heading\"></a>")
    }
    html.append("</h")
    html.append(raw: String(level).utf8)
    html.append(">\n")
  }

  mutating func enterCallout(_ callout: Callout, at quote: Int) {
    let paragraph = document.nodes[quote + 1]
    var end = quote + 2
    while end < paragraph.end, document.nodes[end].kind == .text { end += 1 }
    if end < paragraph.end, document.nodes[end].kind == .softBreak { end += 1 }
    // A paragraph of the mark alone is left out with it.
    skipped = (end == paragraph.end ? quote + 1 : quote + 2)..<end
    html.startLine()
    html.append("<aside class=\"callout ")
    if !callout.isStandard { html.append("own ") }
    html.append(raw: callout.name.utf8)
    html.append("\">\n<p class=\"callout-title\">")
    html.append(escaping: callout.title.utf8)
    html.append("</p>\n")
  }

  // MARK: Tables

  /// Whether the row that is open is the header.
  var isInHeader: Bool {
    for index in open.reversed() {
      if case .tableRow(let isHeader) = document.nodes[index].kind { return isHeader }
    }
    return false
  }

  mutating func enterRow(isHeader: Bool) {
    html.startLine()
    if isHeader {
      html.append("<thead>\n")
    } else if !isInTableBody {
      html.append("<tbody>\n")
      isInTableBody = true
    }
    html.append("<tr>")
  }

  mutating func leaveRow(isHeader: Bool) {
    html.startLine()
    html.append("</tr>")
    if isHeader { html.append("\n</thead>") }
  }

  mutating func enterCell(_ alignment: MarkdownDocument.Alignment?) {
    html.startLine()
    if isInHeader { html.append("<th") } else { html.append("<td") }
    if let alignment {
      html.append(" align=\"")
      html.append(raw: alignment.rawValue.utf8)
      html.append("\"")
    }
    html.append(">")
  }

  mutating func leaveTable() {
    if isInTableBody {
      html.startLine()
      html.append("</tbody>\n")
    }
    isInTableBody = false
    html.startLine()
    html.append("</table>")
    if decoration != nil { html.append("</div>") }
    html.append("\n")
  }
}
