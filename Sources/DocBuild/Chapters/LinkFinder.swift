package import Diagnostics
package import Text

/// Where a link leads, by the way it is written.
package enum LinkTarget {
  /// Another site, a mail address.
  case external
  /// A heading of the same page.
  case anchor(String)
  /// A guide by its source file, and a heading in it.
  case guide(path: String, anchor: String?)
  /// A generated page of the set.
  case generated(String, anchor: String?)

  package init(_ written: String) {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0])
    let anchor = parts.count > 1 ? String(parts[1]) : nil
    if path.isEmpty {
      self = .anchor(anchor ?? "")
    } else if path.hasPrefix("set:") {
      self = .generated(String(path.dropFirst(4)), anchor: anchor)
    } else if path.contains(":") || path.hasPrefix("/") {
      self = .external
    } else {
      self = .guide(path: path, anchor: anchor)
    }
  }

  /// The address on a page of a document; nothing where it is what is written.
  package var address: String? { address(extension: "html") }

  /// Returns the address on a page of a document, where chapters end in an extension.
  ///
  /// - Parameter ending: without a dot.
  /// - Returns: nothing where the address is what is written.
  package func address(extension ending: String) -> String? {
    switch self {
    case .external, .anchor: return nil
    case .generated(let page, let anchor): return "../" + page + (anchor.map { "#\($0)" } ?? "")
    case .guide(let path, let anchor):
      guard path.hasSuffix(".md") else { return addressOfFile(path) }
      let folders = path.split(separator: "/").dropLast()
      let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      let prefix = folders.map { $0 == ".." ? ".." : ProjectNames.withoutNumber(String($0)) }
      let page = ProjectNames.withoutNumber(name) + "." + ending
      return (prefix + [page]).joined(separator: "/") + (anchor.map { "#\($0)" } ?? "")
    }
  }

  /// A file of another document stands where that document's pages do.
  private func addressOfFile(_ path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard parts.count > 2, parts[0] == ".." else { return nil }
    parts[1] = ProjectNames.withoutNumber(parts[1])
    return parts.joined(separator: "/")
  }
}

/// Finds the links and images of a chapter with the places of their destinations.
package enum LinkFinder {
  package static func links(
    of document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile
  ) -> [Chapter.Link] {
    var links: [Chapter.Link] = []
    var place = 0
    var block = 0..<0
    for (index, node) in document.nodes.enumerated() {
      if node.firstLine > 0, node.isTextBlock {
        let last = max(node.firstLine, min(node.lastLine, lines.lineCount))
        block =
          lines.range(ofLine: node.firstLine).lowerBound..<lines.range(ofLine: last).upperBound
        place = max(place, block.lowerBound)
      }
      guard node.kind == .link || node.kind == .image else { continue }
      let target = document.text[node.literal]
      let found = search(target, in: text.bytes, from: place, to: block.upperBound)
      if let found { place = found.upperBound }
      guard let location = text.origin(of: found ?? block) else { continue }
      links.append(
        Chapter.Link(
          node: index,
          target: String(decoding: target, as: UTF8.self),
          location: location,
          place: found
        )
      )
    }
    return links
  }

  private static func search(
    _ target: ArraySlice<UInt8>,
    in text: [UInt8],
    from start: Int,
    to end: Int
  ) -> Range<Int>? {
    guard !target.isEmpty, end - start >= target.count else { return nil }
    for place in start...(end - target.count)
    where text[place..<(place + target.count)].elementsEqual(target) {
      return place..<(place + target.count)
    }
    return nil
  }
}

extension MarkdownDocument.Node {
  fileprivate var isTextBlock: Bool {
    switch kind {
    case .paragraph, .heading, .tableRow: true
    default: false
    }
  }
}
