internal import DocBuild
internal import HTML

/// The drawing of a set's topology as SVG inside a page.
///
/// Colours come from the style sheet, so that the drawing follows the theme and prints.
package struct TopologyDrawing {
  private let layout: TopologyLayout
  private let set: SiteSet
  private var out: [UInt8] = []

  /// Returns the drawing of a set.
  static func svg(of set: SiteSet) -> [UInt8] {
    var drawing = TopologyDrawing(set)
    drawing.draw()
    return drawing.out
  }

  private init(_ set: SiteSet) {
    self.set = set
    layout = TopologyLayout(set.values.declarations)
  }

  private mutating func draw() {
    out += Array(
      """
      <svg class="drawing" width="\(layout.width * 5 / 6)" \
      viewBox="0 0 \(layout.width) \(layout.height)" role="group" \
      aria-labelledby="drawing-title drawing-about">
      <title id="drawing-title">Topology at the scale
      """.utf8
    )
    text(" \(set.scale.title)")
    out += Array("</title>\n<desc id=\"drawing-about\">".utf8)
    text(
      "Groups of servers with the number of servers in each, from left to right in the order of a "
        + "request. The table of connections says the same in words."
    )
    out += Array(
      """
      </desc>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto"><path class="head" d="M0 0.5 7.5 4 0 7.5z"/></marker></defs>

      """.utf8
    )
    for edge in layout.edges { draw(edge) }
    for node in layout.nodes { draw(node) }
    out += Array("</svg>".utf8)
  }

  private mutating func draw(_ edge: TopologyLayout.Edge) {
    let startX = edge.leavesLeft ? edge.from.x : edge.from.right
    let endX = edge.arrivesLeft ? edge.to.x - 1 : edge.to.right + 1
    let bend = 44
    let first = edge.leavesLeft ? startX - bend : startX + bend
    let second = edge.arrivesLeft ? endX - bend : endX + bend
    let way =
      "M\(startX) \(edge.startY)C\(first) \(edge.startY) \(second) \(edge.endY) \(endX) \(edge.endY)"
    out += Array("<g class=\"edge\"><title>".utf8)
    text(sentence(edge))
    out += Array(
      """
      </title><path class="reach" d="\(way)"/><path marker-end="url(#arrow)" d="\(way)"/>\
      <text class="ports" x="\((startX + endX) / 2)" y="\((edge.startY + edge.endY) / 2)">
      """.utf8
    )
    text(ports(of: edge).joined(separator: ", "))
    out += Array("</text></g>\n".utf8)
  }

  private func ports(of edge: TopologyLayout.Edge) -> [String] {
    let group = set.values.declarations.group(edge.to.id)
    return (group?.listens ?? []).filter { $0.from.contains(edge.from.id) }.map(\.label)
  }

  private func sentence(_ edge: TopologyLayout.Edge) -> String {
    "\(title(of: edge.from.id)) to \(title(of: edge.to.id)): "
      + ports(of: edge).joined(separator: ", ")
  }

  private func title(of id: String) -> String { set.values.declarations.title(ofSource: id) }

  private mutating func draw(_ node: TopologyLayout.Node) {
    let group = set.values.declarations.group(node.id)
    let href = group.map(set.chapterAddress)
    if let href {
      out += Array("<a href=\"".utf8)
      text(href)
      out += Array("\">".utf8)
    }
    out += Array("<g class=\"node \(group == nil ? "outside" : "servers")\">".utf8)
    out += Array(
      """
      <rect x="\(node.x)" y="\(node.y)" width="\(TopologyLayout.nodeWidth)" \
      height="\(TopologyLayout.nodeHeight)" rx="\(group == nil ? TopologyLayout.nodeHeight / 2 : 6)"/>
      """.utf8
    )
    let lines = Self.wrapped(title(of: node.id))
    let names = group.map(names) ?? ""
    let height = 18 * (lines.count + (names.isEmpty ? 0 : 1))
    var y = node.y + (TopologyLayout.nodeHeight - height) / 2 + 13
    for line in lines {
      label(line, "name", node, y)
      y += 18
    }
    if !names.isEmpty { label(names, "count", node, y) }
    out += Array((href == nil ? "</g>\n" : "</g></a>\n").utf8)
  }

  private mutating func label(_ line: String, _ kind: String, _ node: TopologyLayout.Node, _ y: Int)
  {
    let x = node.x + TopologyLayout.nodeWidth / 2
    out += Array("<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\">".utf8)
    text(line)
    out += Array("</text>".utf8)
  }

  /// How many servers there are, and their names.
  private func names(of group: ServerGroup) -> String {
    let count = set.values.counts[group.id] ?? 0
    guard count > 1 else { return count == 1 ? group.name(of: 1) : "none" }
    return "\(count) × \(group.name(of: 1)) – \(group.name(of: count))"
  }

  /// The words of a title on one or two lines.
  private static func wrapped(_ title: String) -> [String] {
    let words = title.split(separator: " ")
    guard title.count > 22, words.count > 1 else { return [title] }
    let halves = (1..<words.count).map { place in
      [words[..<place], words[place...]].map { $0.joined(separator: " ") }
    }
    func longest(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }
    return halves.min { longest($0) < longest($1) } ?? [title]
  }

  private mutating func text(_ text: String) { out += HTMLEscape.text(text) }
}

extension Declarations {
  /// The title of a group, or the name of who is none, such as `internet`, with a capital.
  func title(ofSource source: String) -> String {
    group(source)?.title ?? source.prefix(1).uppercased() + source.dropFirst()
  }
}

extension SiteSet {
  /// The page that sets up a group: the chapter of its document with the most blocks for it.
  func chapterAddress(for group: ServerGroup) -> String {
    guard let document = documents.first(where: { $0.path == group.document }) else {
      return "inventory.html#\(group.id)"
    }
    func blocks(_ chapter: Chapter) -> Int {
      chapter.fences.count { $0.attributes.group == group.id }
    }
    let best = document.chapters.max { blocks($0) < blocks($1) }
    guard let best, blocks(best) > 0 else { return document.page }
    return "\(best.page).html"
  }
}
