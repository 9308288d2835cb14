internal import Diagnostics
internal import Text

/// Checks the comments that speak to docbuild: what it does not understand does nothing.
enum CommentCheck {
  /// Returns what is wrong with the comments of a document.
  static func check(
    _ document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var block = 0..<0
    for node in document.nodes {
      if node.firstLine > 0 { block = lines.lines(node.firstLine, through: node.lastLine) }
      guard node.kind == .htmlBlock || node.kind == .htmlInline,
        let comment = DocBuildComment(document.text[node.literal])
      else { continue }
      let isInline = node.kind == .htmlInline
      guard let mistake = comment.mistake ?? (isInline ? Self.inline : nil) else { continue }
      let literal = document.text[node.literal].prefix { $0 != .lineFeed }
      let place = text.bytes[block].firstRange(of: literal) ?? block
      guard let location = text.origin(of: place) else { continue }
      let near = mistake.nearest.flatMap { NameIndex(DocBuildComment.verbs).nearest(to: $0) }
      found.append(.unknownComment(mistake.message, at: location, nearest: near))
    }
    return found
  }

  private static let inline = (
    message: "expected a comment for docbuild on lines of its own, with an empty line before it",
    nearest: [String]()
  )
}

extension SourceFile {
  /// Returns the bytes of some lines, as far as there are such.
  func lines(_ first: Int, through last: Int) -> Range<Int> {
    let first = min(first, lineCount)
    return range(ofLine: first)
      .lowerBound..<range(ofLine: max(first, min(last, lineCount)))
      .upperBound
  }
}
