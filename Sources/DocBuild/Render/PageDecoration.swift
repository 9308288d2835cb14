/// What the pages of a site have beyond plain GFM, by the index of the node it belongs to.
struct PageDecoration: Sendable {
  /// The anchors of headings.
  var anchors: [Int: String] = [:]
  /// The addresses of links that lead to other pages of the site.
  var addresses: [Int: [UInt8]] = [:]
  /// The captions of fences, and what stands beneath them.
  var fences: [Int: FenceFigure] = [:]
  /// The comments for docbuild, which readers do not see.
  var hidden: Set<Int> = []
  /// The quotes that are callouts, with what is to be left out of their text.
  var callouts: [Int: Callout] = [:]
}

/// What surrounds a block of code.
struct FenceFigure: Sendable {
  /// The words of the caption, each with the class of its element.
  var captions: [(role: StaticString, text: String)] = []
  /// The name that tools know it by.
  var id: String?
  /// The lines that are marked, counted from 1.
  var marks: [ClosedRange<Int>] = []
  /// Whether it shows what a command prints.
  var isOutput = false
  /// The servers of the group on which it belongs, where their values differ: the holes of the
  /// name and of each value.
  var members: [(name: Int, values: [Int])] = []
}
