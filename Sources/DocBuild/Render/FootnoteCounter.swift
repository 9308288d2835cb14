internal import HTML

/// Numbers footnotes and the references to them.
package struct FootnoteCounter {
  /// How many footnotes have been written.
  package private(set) var written = 0
  /// How many references to each footnote there are, and how many have been written.
  private var references: [(total: Int, written: Int)] = []
  private var hasBackReference = false

  init() {}

  /// Counts the footnotes of a document and the references to them.
  init(of document: MarkdownDocument) {
    for node in document.nodes where node.kind == .footnoteDefinition {
      references.append((0, 0))
    }
    for node in document.nodes where node.kind == .footnoteReference {
      guard let number = Int(document.literal(of: node)), references.indices ~= number - 1 else {
        continue
      }
      references[number - 1].total += 1
    }
  }

  mutating func openNext() {
    written += 1
    hasBackReference = false
  }

  /// Appends the links back to the text, unless they stand already.
  ///
  /// - Returns: whether they were appended.
  @discardableResult
  mutating func appendBackReferences(to html: inout HTMLWithHoles) -> Bool {
    guard !hasBackReference, references.indices ~= written - 1 else { return false }
    hasBackReference = true
    for count in 1...max(1, references[written - 1].total) {
      if count > 1 { html.append(" ") }
      html.append("<a href=\"#fnref")
      html.append(raw: "\(written)\(count > 1 ? "-\(count)" : "")".utf8)
      html.append("\" class=\"footnote-backref\">↩</a>")
    }
    return true
  }

  mutating func appendReference(_ number: Int, to html: inout HTMLWithHoles) {
    guard references.indices ~= number - 1 else { return }
    references[number - 1].written += 1
    let count = references[number - 1].written
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn")
    html.append(raw: String(number).utf8)
    html.append("\" id=\"fnref")
    html.append(raw: "\(number)\(count > 1 ? "-\(count)" : "")".utf8)
    html.append("\">")
    html.append(raw: String(number).utf8)
    html.append("</a></sup>")
  }
}

extension HTMLRenderer {
  mutating func enterFootnote(_ index: Int) {
    if footnotes.written == 0 {
      html.append("<section class=\"footnotes\">\n<ol>\n")
    }
    footnotes.openNext()
    html.append("<li id=\"fn")
    html.append(raw: String(footnotes.written).utf8)
    html.append("\">\n")
  }

  mutating func leaveFootnote(_ index: Int) {
    if footnotes.appendBackReferences(to: &html) { html.append("\n") }
    html.append("</li>\n")
  }

  mutating func appendFootnoteReference(_ node: MarkdownDocument.Node) {
    guard let number = Int(document.literal(of: node)) else { return }
    footnotes.appendReference(number, to: &html)
  }
}
