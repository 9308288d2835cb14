internal import Diagnostics
internal import Text

/// A list of which readers see one item at a time: `<!-- docbuild: tabs -->` stands before it, and
/// each item begins with a bold label.
package struct TabGroup: Sendable {
  /// The comment.
  package var comment: Int
  /// The list.
  package var list: Int
  /// The items, each with the paragraph and the bold text of its label.
  var tabs: [(item: Int, paragraph: Int, label: Int)]
}

/// Finds the tabs of a chapter.
package enum TabFinder {
  /// Returns the groups in order, and the comments without a list of that form behind them.
  static func tabs(
    of document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile
  ) -> Outcome<[TabGroup]> {
    var result = Outcome<[TabGroup]>([])
    for (index, node) in document.nodes.enumerated() where isMark(node, document) {
      if let group = group(after: index, document) {
        result.value.append(group)
      } else if let location = text.origin(of: lines.range(ofLine: node.firstLine)) {
        result.diagnostics.append(.brokenTabs(at: location))
      }
    }
    return result
  }

  private static func isMark(_ node: MarkdownDocument.Node, _ document: MarkdownDocument) -> Bool {
    guard node.kind == .htmlBlock, node.firstLine > 0 else { return false }
    return DocBuildComment(document.text[node.literal])?.isTabs ?? false
  }

  private static func group(after comment: Int, _ document: MarkdownDocument) -> TabGroup? {
    let list = document.nodes[comment].end
    guard list < document.nodes[document.parents()[comment]].end,
      case .list(nil, _) = document.nodes[list].kind
    else {
      return nil
    }
    let tabs = document.children(of: list).compactMap { item -> (Int, Int, Int)? in
      let paragraph = item + 1
      guard paragraph < document.nodes[item].end, document.nodes[paragraph].kind == .paragraph
      else { return nil }
      let inlines = document.children(of: paragraph)
      guard inlines.count == 1, document.nodes[inlines[0]].kind == .strong else { return nil }
      return (item, paragraph, inlines[0])
    }
    guard tabs.count == document.children(of: list).count else { return nil }
    return TabGroup(comment: comment, list: list, tabs: tabs)
  }
}
