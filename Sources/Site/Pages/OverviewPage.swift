internal import DocBuild

extension GeneratedPage {
  /// The first page of a set: its documents and the pages made from its data.
  static let overview = GeneratedPage(
    path: "index.html",
    title: "Overview",
    summary: "",
    names: TemplateNames(
      "site_title",
      "scale",
      "users",
      "server_total",
      "has_facts",
      "has_reference",
      "has_marks",
      "has_open",
      "has_example",
      "has_filled",
      "has_secret",
      "has_varies",
      "customer",
      lists: [
        "documents": TemplateNames(
          "title",
          "href",
          lists: ["chapters": TemplateNames("title", "href")]
        ),
        "generated": TemplateNames("title", "href", "description"),
      ]
    )
  ) { material, _ in
    let set = material.set
    let documents = set.documents.map { document -> TemplateContext in
      [
        "title": .text(document.title), "href": .text(document.page),
        "chapters": .list(
          document.entries.map { entry in
            let (title, page) = set.entry(entry)
            return ["title": .text(title), "href": .text(page)]
          }
        ),
      ]
    }
    let generated = set.generated.filter(\.isListed).map { page -> TemplateContext in
      [
        "title": .text(page.title), "href": .text(page.path), "description": .text(page.summary),
      ]
    }
    let roles = set.filler.roles
    let servers = set.servers.isEmpty ? "" : String(set.values.serverTotal)
    return Content(
      context: [
        "site_title": .text(set.project.config.title),
        "scale": .text(set.hasScales ? set.scale.title : ""),
        "users": .text(set.users.isEmpty ? "" : SiteSet.grouped(set.scale.users)),
        "server_total": .text(servers),
        "has_facts": .flag(!set.size.isEmpty || !servers.isEmpty),
        "has_reference": .flag(!generated.isEmpty), "has_marks": .flag(!roles.isEmpty),
        "has_open": .flag(roles.contains(.open)), "has_example": .flag(roles.contains(.example)),
        "has_filled": .flag(roles.contains(.filled)),
        "has_secret": .flag(roles.contains(.secret)),
        "has_varies": .flag(roles.contains(.varies)), "customer": .text(set.customer ?? ""),
        "documents": .list(documents), "generated": .list(generated),
      ],
      toc: [.init(title: "Documents", anchor: "documents")]
        + (generated.isEmpty ? [] : [.init(title: "Reference", anchor: "reference")])
        + (roles.isEmpty
          ? [] : [.init(title: "How values are marked", anchor: "how-values-are-marked")])
    )
  }
}
