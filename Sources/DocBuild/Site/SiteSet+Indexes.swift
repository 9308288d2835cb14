internal import Diagnostics

extension SiteSet {
  /// The page of a document: its chapters.
  func documentPage(_ document: (id: String, title: String, chapters: [Chapter])) -> SitePage {
    let chapters = document.chapters.map { chapter -> TemplateContext in
      [
        "title": .text(title(of: chapter)), "href": .text("\(chapter.name).html"),
        "description": .text(chapter.summary ?? ""),
      ]
    }
    let content = templates.page(
      "document.html",
      ["title": .text(document.title), "chapters": .list(chapters)]
    )
    return SitePage(
      PageFrame(
        path: "\(document.id)/index.html",
        title: document.title,
        document: document.id,
        after: document.chapters.first
      ),
      content
    )
  }

  /// The first page of the set: its documents and generated pages.
  func setPage() -> SitePage {
    let documents = documents.map { document -> TemplateContext in
      [
        "title": .text(document.title), "href": .text("\(document.id)/index.html"),
        "description": .text(""),
        "chapters": .list(
          document.chapters.map { chapter in
            [
              "title": .text(title(of: chapter)),
              "href": .text("\(document.id)/\(chapter.name).html"),
            ]
          }
        ),
      ]
    }
    let generated = Self.generated.map { path, title, summary -> TemplateContext in
      ["title": .text(title), "href": .text(path), "description": .text(summary)]
    }
    var context: TemplateContext = [
      "site_title": .text(project.config.title), "scale": .text(scale.title),
      "users": .text(Self.grouped(scale.users)), "server_total": .text(String(values.serverTotal)),
      "template_set": .flag(customer == nil || values.hasOpenValues),
      "documents": .list(documents), "generated": .list(generated),
    ]
    if let customer { context["customer"] = .text(customer) }
    let toc = [
      tocItem("Documents", anchor: "documents"), tocItem("Reference", anchor: "reference"),
      tocItem("How values are marked", anchor: "how-values-are-marked"),
    ]
    return SitePage(
      PageFrame(path: "index.html", title: "Overview", toc: toc),
      templates.page("set.html", context)
    )
  }
}

extension ValueTable {
  /// How many servers the set has.
  var serverTotal: Int { counts.values.reduce(0, +) }

  /// Whether a customer has still to give a value.
  var hasOpenValues: Bool { paths.contains { entry(at: $0)?.isOpen == true } }
}
