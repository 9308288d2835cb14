/// The anchors of the steps of numbered lists: `HEADING-step-2`.
package enum StepAnchors {
  /// Returns the anchors of the items of numbered lists that stand in no other list.
  ///
  /// - Parameters:
  ///   - document: the chapter.
  ///   - outline: its headings, whose anchors the steps do not take.
  /// - Returns: the anchors by the node of the item.
  package static func anchors(
    of document: MarkdownDocument,
    beneath outline: Outline
  ) -> [Int: String] {
    var anchors: [Int: String] = [:]
    var used = Set(outline.headings.map(\.anchor))
    var repeats: [String: Int] = [:]
    var headings = outline.headings[...]
    var section = ""
    var outer = 0
    for (index, node) in document.nodes.enumerated() {
      if let heading = headings.first, heading.node == index {
        section = heading.anchor + "-"
        headings.removeFirst()
      }
      guard case .list(let start, _) = node.kind, index >= outer else { continue }
      outer = node.end
      guard let start else { continue }
      for (offset, item) in document.children(of: index).enumerated() {
        let step = "\(section)step-\(start + offset)"
        var anchor = step
        // Further lists beneath the same heading.
        while !used.insert(anchor).inserted {
          let count = repeats[step, default: 0] + 1
          repeats[step] = count
          anchor = count == 1 ? "\(step)-again" : "\(step)-again-\(count)"
        }
        anchors[item] = anchor
      }
    }
    return anchors
  }
}
