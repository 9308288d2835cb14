/// A Markdown text after parsing: its blocks and inlines in document order, without pointers.
///
/// Nodes stand in one flat array, each before its descendants, so a walk is a loop and the depth
/// of the nesting costs no stack. Their texts share one buffer.
package struct MarkdownDocument: Sendable {
  /// All nodes; the first is the document itself.
  package var nodes: [Node] = []
  /// The bytes that the ranges of the nodes point into.
  package var text: [UInt8] = []

  /// A block or an inline.
  package struct Node: Sendable {
    /// What it is.
    package var kind: Kind
    /// The index after the last descendant.
    package var end: Int
    /// The first line in the parsed text, from 1; 0 where the parser does not say.
    var firstLine: Int
    /// The last line, inclusive, from 1; 0 where the parser does not say.
    var lastLine: Int
    /// The literal text of a leaf, the destination of a link or an image, the label of a
    /// footnote.
    package var literal: Range<Int> = 0..<0
    /// The info string of a fence, the title of a link or an image.
    var detail: Range<Int> = 0..<0
  }

  /// The kinds of blocks and inlines that GFM has.
  package enum Kind: Sendable, Hashable {
    case document
    case blockQuote
    case list(start: Int?, isTight: Bool)
    case item
    case task(isDone: Bool)
    case codeBlock(isFenced: Bool)
    case htmlBlock
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case footnoteDefinition
    case table
    case tableRow(isHeader: Bool)
    case tableCell(Alignment?)
    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    case emphasis
    case strong
    case strikethrough
    case link
    case image
    case footnoteReference
  }

  /// The side to which a column of a table leans.
  package enum Alignment: String, Sendable {
    case left
    case center
    case right
  }

  /// Returns the indices of the children of a node, in order.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  /// Returns the index of the node around each node; the document is around itself.
  func parents() -> [Int] {
    var open = [0]
    return nodes.indices.map { index in
      while let last = open.last, last > 0, nodes[last].end <= index { open.removeLast() }
      defer { if index > 0 { open.append(index) } }
      return open[open.count - 1]
    }
  }

  /// Returns the literal of a node as a string.
  package func literal(of node: Node) -> String {
    String(decoding: text[node.literal], as: UTF8.self)
  }

  /// Returns the text beneath a node without markup: what a reader would read aloud.
  func plainText(beneath index: Int) -> [UInt8] {
    var plain: [UInt8] = []
    for node in nodes[index..<nodes[index].end] {
      switch node.kind {
      case .text, .code: plain += text[node.literal]
      case .softBreak, .lineBreak: plain.append(UInt8(ascii: " "))
      default: break
      }
    }
    return plain
  }
}
