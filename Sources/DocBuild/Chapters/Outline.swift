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
  ///
  /// - Parameters:
  ///   - document: the chapter.
  ///   - holes: what its marks stand for.
  ///   - sentinel: the marks.
  ///   - given: the anchors that headings have of their author, by their nodes.
  ///   - names: what else on the page has.
  init(
    of document: MarkdownDocument,
    holes: [Hole],
    sentinel: Sentinel,
    given: [Int: String] = [:],
    beside names: [String]
  ) {
    var anchors = UniqueNames(taken: names + given.values)
    for (index, node) in document.nodes.enumerated() {
      guard case .heading(let level) = node.kind else { continue }
      let title = document.plainText(beneath: index)
      let slug = Self.slug(title, holes, sentinel)
      headings.append(
        Heading(
          node: index,
          level: level,
          anchor: given[index] ?? anchors.next(slug.isEmpty ? "section" : slug),
          title: title,
          line: node.firstLine
        )
      )
    }
  }

  /// Returns GitHub's anchor of a heading: lower case, with hyphens for spaces.
  ///
  /// Letters with their marks, digits and `_` stay, everything else goes; a placeholder gives its
  /// key.
  private static func slug(_ title: [UInt8], _ holes: [Hole], _ sentinel: Sentinel) -> String {
    var slug = ""
    for piece in HolePieces(title, sentinel: sentinel) {
      switch piece {
      case .hole(let index): slug += key(of: holes[index])
      case .text(let bytes):
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
          if scalar == " " || scalar == "-" {
            slug += "-"
          } else if scalar.isOfWord {
            slug.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return slug
  }

  /// What a placeholder is called in an anchor.
  static func key(of hole: Hole) -> String {
    switch hole.content {
    case .value(let reference):
      let full = reference.view.map { "\(reference.path).\($0)" } ?? reference.path
      return full.replacing(".", with: "-").replacing("_", with: "-")
    case .member(let field): return "self-\(field.replacing("_", with: "-"))"
    case .literal: return ""
    }
  }
}

/// Names of a page that are told apart by numbers, as on GitHub.
private struct UniqueNames {
  private var used: [String: Int]

  init(taken names: [String]) { used = Dictionary(names.map { ($0, 0) }) { first, _ in first } }

  mutating func next(_ name: String) -> String {
    var unique = name
    var number = used[name] ?? 0
    while used[unique] != nil {
      number += 1
      unique = "\(name)-\(number)"
    }
    used[name] = number
    used[unique, default: 0] += 0
    return unique
  }
}

extension Unicode.Scalar {
  /// Whether GitHub keeps it in an anchor: `\p{Word}` of Ruby, the joiners of emoji left out.
  fileprivate var isOfWord: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
    default: properties.isAlphabetic
    }
  }
}
