package import Diagnostics
package import HTML

/// A distinct expanded chapter, compiled once for all sets that share it.
package struct Chapter: Sendable {
  /// The identifier of its document; empty for a page of its own.
  package let document: String
  /// The path of its page within the document, without `.html`; that of a folder ends in `index`.
  package let name: String
  /// The path of its source file.
  package let path: String
  /// The title, with marks for its holes.
  package var title: [UInt8]
  package var summary: String?
  /// The pages at which it stood before, as its front matter names them.
  package var redirects: [(page: String, location: Location)] = []
  package var outline: Outline
  package var fences: [Fence]
  package var links: [Link]
  var allowances: [Allowance]
  /// The anchors of the steps of numbered lists.
  var steps: [String] = []
  /// Where each heading of the outline stands.
  var headingPlaces: [Location]
  package var holes: [Hole]
  package let sentinel: Sentinel
  /// The Markdown without front matter, with marks for its holes.
  package var text: [UInt8]
  /// The HTML with places for its holes; empty where no pages are made.
  package var html = HTMLWithHoles()

  /// Whether something without an end takes the rest of it, so that its headings are not all known.
  private(set) var isCut = false

  /// Leaves out what follows from a node that takes the rest of the chapter: nobody wrote the code of
  /// such a fence.
  mutating func leaveOut(from node: Int) {
    isCut = true
    for index in fences.indices where fences[index].node >= node {
      fences[index].kind = nil
      fences[index].path = nil
    }
  }

  /// The path of its page within a set, without `.html`.
  package var page: String { document.isEmpty ? name : "\(document)/\(name)" }

  /// What its files belong to: its document, or the page itself outside of the guides.
  package var owner: String { document.isEmpty ? path : document }

  /// The names that the author's HTML gives to places.
  var names: [String] = []
  /// Everything on its page that a link can lead to.
  package var anchors: Set<String> = []

  /// A link or an image, in Markdown or in HTML.
  package struct Link: Sendable {
    /// What holds it; nothing for a definition that nothing refers to.
    package var node: Int?
    /// The value of an attribute in the HTML of the node.
    package var attribute: Range<Int>?
    /// The destination, with marks for its holes.
    package var written: [UInt8]
    package var target: LinkTarget
    /// The address from the page of the chapter; nothing where it is what is written.
    package var address: String?
    /// The same from its Markdown.
    package var twinAddress: String?
    package var location: Location
    /// Where the destination stands in the text of the chapter; nothing where it was not found.
    package var place: Range<Int>?
    /// Whether a browser loads it by itself.
    package var isLoaded: Bool
  }
}
