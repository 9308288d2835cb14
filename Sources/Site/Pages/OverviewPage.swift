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
      "template_set",
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
        "title": .text(document.title), "href": .text("\(document.id)/index.html"),
        "chapters": .list(
          document.chapters.map { chapter in
            [
              "title": .text(set.title(of: chapter)),
              "href": .text("\(document.id)/\(chapter.name).html"),
            ]
          }
        ),
      ]
    }
    let generated = listed.map { page -> TemplateContext in
      [
        "title": .text(page.title), "href": .text(page.path), "description": .text(page.summary),
      ]
    }
    return Content(
      context: [
        "site_title": .text(set.project.config.title), "scale": .text(set.scale.title),
        "users": .text(SiteSet.grouped(set.scale.users)),
        "server_total": .text(String(set.values.serverTotal)),
        "template_set": .flag(set.isTemplate), "customer": .text(set.customer ?? ""),
        "documents": .list(documents), "generated": .list(generated),
      ],
      toc: [
        .init(title: "Documents", anchor: "documents"),
        .init(title: "Reference", anchor: "reference"),
        .init(title: "How values are marked", anchor: "how-values-are-marked"),
      ]
    )
  }
}
