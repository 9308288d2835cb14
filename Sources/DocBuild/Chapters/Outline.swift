/// The headings of a chapter with their anchors.
package struct Outline: Sendable {
  /// In the order of the text.
  package var headings: [Heading] = []

  package struct Heading: Sendable {
    package var node: Int
    package var level: Int
    package var anchor: String
    /// The text, with marks for its holes.
    package var title: [UInt8]
    /// In the expanded text, from 1.
    package var line: Int
  }

  /// Collects the headings of a document; equal anchors get numbers, as on GitHub.
  init(of document: MarkdownDocument, holes: [Hole], sentinel: Sentinel) {
    var used: [String: Int] = [:]
    for (index, node) in document.nodes.enumerated() {
      guard case .heading(let level) = node.kind else { continue }
      let title = document.plainText(beneath: index)
      let slug = Self.slug(title, holes, sentinel)
      let count = used[slug, default: 0]
      used[slug] = count + 1
      headings.append(
        Heading(
          node: index,
          level: level,
          anchor: count == 0 ? slug : "\(slug)-\(count)",
          title: title,
          line: node.firstLine
        )
      )
    }
  }

  /// GitHub's anchor of a heading: lower case, blanks as hyphens, no punctuation; a placeholder
  /// gives its key.
  private static func slug(_ title: [UInt8], _ holes: [Hole], _ sentinel: Sentinel) -> String {
    var slug = ""
    for piece in HolePieces(title, sentinel: sentinel) {
      switch piece {
      case .hole(let index): slug += key(of: holes[index])
      case .text(let bytes):
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
          if scalar == " " || scalar == "-" {
            slug += "-"
          } else if scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
          {
            slug.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return slug
  }

  private static func key(of hole: Hole) -> String {
    switch hole.content {
    case .value(let reference):
      let full = reference.view.map { "\(reference.path).\($0)" } ?? reference.path
      return full.replacing(".", with: "-").replacing("_", with: "-")
    case .member(let field): return "self-\(field.replacing("_", with: "-"))"
    case .literal: return ""
    }
  }
}
