package import Diagnostics
internal import HTML
package import Text

/// Checks that a chapter makes no browser load anything from outside of its set.
package enum LoadCheck {
  /// Looks at the images of a chapter and at the HTML that its author wrote.
  package static func check(
    _ document: MarkdownDocument,
    _ links: [Chapter.Link],
    in text: MappedText,
    _ lines: SourceFile
  ) -> [Diagnostic] {
    let images = links.filter { document.nodes[$0.node].kind == .image && isOutside($0.target) }
    var found = images.map { Diagnostic.loadedFromOutside(at: $0.location) }
    var block = 0..<0
    for node in document.nodes {
      if node.firstLine > 0 {
        let last = max(node.firstLine, min(node.lastLine, lines.lineCount))
        block =
          lines.range(ofLine: node.firstLine).lowerBound..<lines.range(ofLine: last).upperBound
      }
      guard node.kind == .htmlBlock || node.kind == .htmlInline else { continue }
      let html = Array(document.text[node.literal])
      // A script that an author writes is shown as text.
      guard !HTMLText.plain(html[...]).lowercased().contains("<script") else { continue }
      for address in PageScan(html).loaded where isOutside(address) {
        let place = text.bytes[block].firstRange(of: Array(address.utf8)) ?? block
        guard let location = text.origin(of: place) else { continue }
        found.append(.loadedFromOutside(at: location))
      }
    }
    return found
  }

  private static func isOutside(_ address: String) -> Bool {
    guard case .outside(let scheme) = BundleAddress(address, on: "") else { return false }
    return scheme == "http" || scheme == "https" || scheme == nil && address.hasPrefix("//")
  }
}
