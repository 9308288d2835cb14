internal import Diagnostics
internal import Text

/// Checks the marks of callouts: one that is not known leaves an ordinary quote.
enum CalloutCheck {
  /// Returns what is wrong with the first lines of the quotes of a document.
  static func check(
    _ document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile,
    _ known: [Callout]
  ) -> [Diagnostic] {
    document.nodes.compactMap { node -> Diagnostic? in
      guard node.kind == .blockQuote, node.firstLine > 0 else { return nil }
      let line = lines.range(ofLine: min(node.firstLine, lines.lineCount))
      let start =
        text.bytes[line].firstIndex { !$0.isBlank && $0 != .greaterThan } ?? line.upperBound
      let mark = text.bytes[start..<line.upperBound].prefix { !$0.isBlank }
      let isAlone = text.bytes[mark.endIndex..<line.upperBound].allSatisfy(\.isBlank)
      guard isAlone, mark.starts(with: "[!".utf8), mark.last == UInt8(ascii: "]"), mark.count > 3,
        mark.dropFirst(2).dropLast().allSatisfy({ $0.isLetter || $0 == .hyphen }),
        !known.contains(where: { $0.mark.elementsEqual(mark.map(\.lowercased)) }),
        let location = text.origin(of: mark.indices)
      else { return nil }
      return .unknownCallout(String(decoding: mark, as: UTF8.self), at: location, among: known)
    }
  }
}
