/// What the pages of a site have beyond plain GFM, by the index of the node it belongs to.
package struct PageDecoration: Sendable {
  /// The anchors of headings.
  package var anchors: [Int: String] = [:]
  /// The addresses of links that lead to other pages of the site.
  package var addresses: [Int: [UInt8]] = [:]
  /// The addresses in HTML of the author that lead to other pages of the site, in bytes of the node.
  package var markupAddresses: [Int: [(range: Range<Int>, written: [UInt8])]] = [:]
  /// The captions of fences, and what stands beneath them.
  package var fences: [Int: FenceFigure] = [:]
  /// The comments for docbuild, which readers do not see.
  package var hidden: Set<Int> = []
  /// The quotes that are callouts, with what is to be left out of their text.
  var callouts: [Int: Callout] = [:]
  /// The anchors of the steps of numbered lists.
  var steps: [Int: String] = [:]
  /// The lists that are tabs.
  var tabs: [Int: TabGroup] = [:]
}
