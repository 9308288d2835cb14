internal import DocBuild

extension GeneratedPage {
  /// The groups of servers and their connections, drawn and as a table.
  static let topology = GeneratedPage(
    path: "topology.html",
    title: "Topology",
    summary: "The groups of servers and who connects to whom, as a drawing and a table.",
    isNeeded: { set, _ in !set.values.declarations.groups.isEmpty },
    names: TemplateNames(
      "drawing",
      "unlined",
      "server_count",
      "group_count",
      "has_connections",
      "has_lines",
      lists: [
        "connections": TemplateNames(
          "from",
          "to",
          "href",
          lists: ["ports": TemplateNames("port", "about")]
        )
      ]
    )
  ) { material, _ in
    let set = material.set
    let declarations = set.values.declarations
    let connections = declarations.sources.flatMap { source in
      declarations.groups.compactMap { group -> TemplateContext? in
        let ports = group.listens.filter { $0.from.contains(source) }
        guard !ports.isEmpty else { return nil }
        return [
          "from": .text(declarations.title(ofSource: source)), "to": .text(group.title),
          "href": .text(set.chapterAddress(for: group)),
          "ports": .list(
            ports.map { ["port": .text($0.label), "about": .text($0.about)] }
          ),
        ]
      }
    }
    let layout = TopologyLayout(declarations)
    return Content(
      context: [
        "drawing": .html(TopologyDrawing.svg(of: set)),
        "unlined": .text(
          layout.unlined.map(declarations.title(ofSource:))
            .joined(separator: ", ")
        ),
        "server_count": .text(set.servers), "has_connections": .flag(!connections.isEmpty),
        "has_lines": .flag(!layout.edges.isEmpty),
        "group_count": .text(SiteSet.counted(declarations.groups.count, "group")),
        "connections": .list(connections),
      ],
      toc: [.init(title: "Drawing", anchor: "drawing")]
        + (connections.isEmpty ? [] : [.init(title: "Connections", anchor: "connections")])
    )
  }
}
