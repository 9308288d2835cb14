internal import DocBuild

/// Where the groups of servers stand in the drawing of a topology.
///
/// The layout depends on the groups and their connections alone, so that every scale has the same.
/// Columns follow the way of a request: who comes from outside, then each group behind the nearest
/// that it is reached from. Whoever reaches nearly everything (administrators, monitoring, backups)
/// stands in the last column, and has no lines: they would cover the rest.
package struct TopologyLayout {
  /// Something that opens or accepts connections.
  package struct Node {
    /// The identifier of a group, or what `from` names otherwise, such as `internet`.
    var id: String
    /// From 0.
    var column: Int
    /// The upper left corner.
    var x: Int
    var y: Int

    package var right: Int { x + TopologyLayout.nodeWidth }
  }

  /// A connection between two nodes, from side to side.
  package struct Edge {
    package var from: Node
    package var to: Node
    /// Where it leaves and where it ends, from the top of the drawing.
    var startY = 0
    var endY = 0
    var leavesLeft: Bool { from.column > to.column }
    var arrivesLeft: Bool { from.column < to.column }
  }

  static let (nodeWidth, nodeHeight) = (172, 74)
  private static let (gapX, gapY, margin) = (76, 30, 12)

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Who reaches nearly everything and has no lines, in the order of the drawing.
  private(set) var unlined: [String] = []
  private(set) var width = 0
  private(set) var height = 0

  /// Lays out the groups of a project.
  init(_ declarations: Declarations) {
    let groups = declarations.groups
    let sources = declarations.sources
    // Lines to a few groups cover nothing.
    func reachesMost(_ source: String) -> Bool {
      groups.count > 3 && 4 * groups.count { $0.accepts(from: source) } >= 3 * groups.count
    }
    let ids = Set(groups.map(\.id))
    let outside = sources.filter { !ids.contains($0) && !reachesMost($0) }
    let wide = sources.filter { source in
      let isReached = groups.contains { group in
        group.id == source && outside.contains { group.accepts(from: $0) }
      }
      return reachesMost(source) && !isReached
    }
    var columns = [outside]
    var placed = Set(outside)
    while true {
      let next = groups.filter { group in
        !placed.contains(group.id) && !wide.contains(group.id)
          && columns.last?.contains { group.accepts(from: $0) } == true
      }
      guard !next.isEmpty else { break }
      columns.append(next.map(\.id))
      placed.formUnion(next.map(\.id))
    }
    let rest =
      groups.map(\.id).filter { !placed.contains($0) }
      + wide.filter { !ids.contains($0) }
    place((columns + [rest]).filter { !$0.isEmpty })
    connect(groups, except: wide)
    unlined = nodes.map(\.id).filter(wide.contains)
  }

  private mutating func place(_ columns: [[String]]) {
    let rows = columns.map(\.count).max() ?? 0
    let step = Self.nodeHeight + Self.gapY
    for (column, ids) in columns.enumerated() {
      let top = Self.margin + (rows - ids.count) * step / 2
      for (row, id) in ids.enumerated() {
        nodes.append(
          Node(
            id: id,
            column: column,
            x: Self.margin + column * (Self.nodeWidth + Self.gapX),
            y: top + row * step
          )
        )
      }
    }
    width = 2 * Self.margin + columns.count * (Self.nodeWidth + Self.gapX) - Self.gapX
    height = 2 * Self.margin + rows * step - Self.gapY
  }

  private mutating func connect(_ groups: [ServerGroup], except wide: [String]) {
    for to in nodes {
      guard let group = groups.first(where: { $0.id == to.id }), !wide.contains(to.id) else {
        continue
      }
      for from in nodes
      where from.id != to.id && !wide.contains(from.id) && group.accepts(from: from.id) {
        edges.append(Edge(from: from, to: to))
      }
    }
    for node in nodes {
      for isLeft in [true, false] { spreadEnds(at: node, isLeft: isLeft) }
    }
  }

  /// Parts the lines at one side of a node, in the order of where they go.
  private mutating func spreadEnds(at node: Node, isLeft: Bool) {
    var ends: [(edge: Int, isStart: Bool, other: Int)] = []
    for (index, edge) in edges.enumerated() {
      if edge.from.id == node.id, edge.leavesLeft == isLeft {
        ends.append((index, true, edge.to.y))
      }
      if edge.to.id == node.id, edge.arrivesLeft == isLeft {
        ends.append((index, false, edge.from.y))
      }
    }
    ends.sort { ($0.other, $0.edge) < ($1.other, $1.edge) }
    for (place, end) in ends.enumerated() {
      let y = node.y + Self.nodeHeight * (place + 1) / (ends.count + 1)
      if end.isStart { edges[end.edge].startY = y } else { edges[end.edge].endY = y }
    }
  }
}

extension ServerGroup {
  /// Whether something may connect to a port of the group.
  package func accepts(from source: String) -> Bool {
    listens.contains { $0.from.contains(source) }
  }
}
