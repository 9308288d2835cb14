internal import DocBuild

extension GeneratedPage {
  /// The groups of servers and their connections, drawn and as a table.
  static let topology = GeneratedPage(
    path: "topology.html",
    title: "Topology",
    summary: "The groups of servers and who connects to whom, as a drawing and a table.",
    names: TemplateNames(
      "drawing",
      "unlined",
      "server_total",
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
    return Content(
      context: [
        "drawing": .html(TopologyDrawing.svg(of: set)),
        "unlined": .text(
          TopologyLayout(declarations).unlined.map(declarations.title(ofSource:))
            .joined(separator: ", ")
        ),
        "server_total": .text(String(set.values.serverTotal)), "connections": .list(connections),
      ],
      toc: [
        .init(title: "Drawing", anchor: "drawing"),
        .init(title: "Connections", anchor: "connections"),
      ]
    )
  }
}
