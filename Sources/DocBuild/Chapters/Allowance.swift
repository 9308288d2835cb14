package import Diagnostics
internal import Text

/// A comment that lets one rule pass in the block that follows:
/// `<!-- docbuild: allow RULE reason -->`.
package struct Allowance: Sendable {
  /// The identifier of the rule; empty where none is written.
  package var rule: String
  /// Why it may pass; empty where nothing is written.
  package var reason: String
  /// The comment.
  package var location: Location
  /// The block; nothing where none follows.
  package var scope: Location?
}

/// Finds the allowances of a chapter.
package enum AllowanceFinder {
  /// Returns the allowances in order, each with the index of its node.
  static func allowances(
    of document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile
  ) -> [(node: Int, allowance: Allowance)] {
    let comments = document.nodes.indices.reduce(into: [Int: [String]]()) { comments, index in
      comments[index] = words(of: index, document)
    }
    let parents = comments.isEmpty ? [] : document.parents()
    // Several comments in a row are all about the block after the last.
    var blocks: [Int: Int] = [:]
    for index in comments.keys.sorted(by: >) {
      let next = document.nodes[index].end
      blocks[index] = blocks[next] ?? next
    }
    return comments.sorted { $0.key < $1.key }.compactMap { index, words in
      let node = document.nodes[index]
      guard
        let location = text.origin(of: comment(inLine: lines.range(ofLine: node.firstLine), lines))
      else { return nil }
      let next = blocks[index] ?? node.end
      let allowance = Allowance(
        rule: words.first ?? "",
        reason: words.dropFirst().joined(separator: " "),
        location: location,
        scope: next < document.nodes[parents[index]].end
          ? place(of: document.nodes[next], text, lines) : nil
      )
      return (index, allowance)
    }
  }

  /// The words behind `allow`; nothing for a node that is no such comment.
  private static func words(of index: Int, _ document: MarkdownDocument) -> [String]? {
    let node = document.nodes[index]
    guard node.kind == .htmlBlock, node.firstLine > 0 else { return nil }
    return DocBuildComment(document.text[node.literal])?.allowance
  }

  /// The line without what a list or a quote puts before the comment.
  private static func comment(inLine line: Range<Int>, _ lines: SourceFile) -> Range<Int> {
    let start = lines.bytes[line].firstIndex(of: UInt8(ascii: "<")) ?? line.lowerBound
    return start..<line.upperBound
  }

  private static func place(
    of node: MarkdownDocument.Node,
    _ text: MappedText,
    _ lines: SourceFile
  ) -> Location? {
    guard node.firstLine > 0 else { return nil }
    let first = lines.range(ofLine: node.firstLine)
    let last = lines.range(ofLine: min(max(node.lastLine, node.firstLine), lines.lineCount))
    return text.origin(of: first.lowerBound..<last.upperBound)
  }
}
