internal import DocBuild

extension GeneratedPage {
  /// The lines of `/etc/hosts` that name every server.
  static let hosts = GeneratedPage(
    path: "hosts.html",
    title: "Hosts file",
    summary: "The names of all servers for /etc/hosts.",
    hasCode: true,
    isNeeded: { set, _ in
      set.values.declarations.groups.contains { $0.fields.contains { $0.type.isAddress } }
    },
    names: TemplateNames(lists: ["lines": TemplateNames("value", "name")])
  ) { material, shown in
    let set = material.set
    let lines = set.values.declarations.groups.flatMap { group -> [TemplateContext] in
      guard let field = group.fields.first(where: \.type.isAddress) else { return [] }
      return (0..<(set.values.counts[group.id] ?? 0)).map { index in
        let path = "servers.\(group.id).\(index + 1).\(field.key)"
        return [
          "value": .html(set.filler.marked(path, shown: &shown)),
          "name": .text(group.name(of: index + 1)),
        ]
      }
    }
    return Content(context: ["lines": .list(lines)])
  }
}
