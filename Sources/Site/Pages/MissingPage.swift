internal import DocBuild

extension GeneratedPage {
  /// What a server shows for an address that has no page.
  package static let missing = GeneratedPage(
    path: "404.html",
    title: "Page not found",
    summary: "",
    names: TemplateNames(lists: ["documents": TemplateNames("title", "href")])
  ) { material, _ in
    Content(
      context: [
        "documents": .list(
          material.set.documents.map { document in
            ["title": .text(document.title), "href": .text(document.page)]
          }
        )
      ]
    )
  }
}
