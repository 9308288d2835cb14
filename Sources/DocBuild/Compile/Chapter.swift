internal import Diagnostics

/// A distinct expanded chapter, compiled once for all sets that share it.
struct Chapter: Sendable {
  /// The identifier of its document; empty for a page of its own.
  let document: String
  /// The name of its page, without `.html`.
  let name: String
  /// The path of its source file.
  let path: String
  /// The title, with marks for its holes.
  var title: [UInt8]
  var summary: String?
  /// The pages at which it stood before, as its front matter names them.
  var redirects: [(page: String, location: Location)] = []
  var outline: Outline
  var fences: [Fence]
  var links: [Link]
  var allowances: [Allowance]
  /// The anchors of the steps of numbered lists.
  var steps: [String] = []
  /// Where each heading of the outline stands.
  var headingPlaces: [Location]
  var holes: [Hole]
  let sentinel: Sentinel
  /// The Markdown without front matter, with marks for its holes.
  var text: [UInt8]
  /// The HTML with places for its holes; empty where no pages are made.
  var html = HTMLWithHoles()

  /// What its files belong to: its document, or the page itself outside of the guides.
  var owner: String { document.isEmpty ? path : document }

  /// A link or an image as it is written.
  struct Link: Sendable {
    var node: Int
    var target: String
    var location: Location
    /// Where the destination stands in the text of the chapter; nothing where it was not found.
    var place: Range<Int>?
  }
}
