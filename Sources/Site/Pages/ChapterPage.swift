internal import DocBuild
internal import HTML

extension SiteSet {
  /// The pages of the chapters, in the order in which they are read.
  func chapterPages() -> [SitePage] {
    let all = documents.flatMap { document in document.chapters.map { (document, $0) } }
    return all.enumerated().map { index, chapter in
      page(
        of: chapter.1,
        in: chapter.0,
        before: index > 0 ? all[index - 1].1 : nil,
        after: index + 1 < all.count ? all[index + 1].1 : nil
      )
    }
  }

  private func page(
    of chapter: Chapter,
    in document: Document,
    before: Chapter?,
    after: Chapter?
  ) -> SitePage {
    var content: [UInt8] = []
    content.reserveCapacity(chapter.html.bytes.count * 5 / 4)
    let title = title(of: chapter)
    let hasTitle = chapter.outline.headings.contains { $0.level == 1 }
    if !hasTitle {
      content += Array("<h1>".utf8) + HTMLEscape.text(title) + Array("</h1>\n".utf8)
    }
    var shown = HoleFiller.Shown()
    filler.fill(chapter.html, holes: chapter.holes, shown: &shown, into: &content) { keys, out in
      appendLegend(of: keys, to: &out)
    }
    let headings = chapter.outline.headings.filter { 2...3 ~= $0.level }
    return SitePage(
      PageFrame(
        path: "\(document.id)/\(chapter.name).html",
        title: title,
        summary: summary(of: chapter),
        document: document.id,
        toc: headings.map { heading in
          let text = filler.plain(heading.title, holes: chapter.holes, sentinel: chapter.sentinel)
          return PageFrame.Heading(title: text, anchor: heading.anchor, isSub: heading.level == 3)
        },
        breadcrumb: [(document.title, "index.html")],
        before: before,
        after: after,
        source: project.relative(chapter.path),
        hasCode: true,
        lastChange: project.lastChanges[chapter.path]
      ),
      content,
      keys: shown.keys
    )
  }

  /// Appends what a reader does with the values in a block of code.
  private func appendLegend(of keys: [String], to out: inout [UInt8]) {
    let facts = keys.compactMap { ValueFacts(of: $0, in: self) }
    let replaced = facts.filter { $0.isReplaced }
    let varying = facts.filter { $0.role == .varies && $0.baseline != nil }
    guard !replaced.isEmpty || !varying.isEmpty else { return }
    let context: TemplateContext = [
      "replaced": .list(replaced.map(\.context)), "varying": .list(varying.map(\.context)),
      "has_replaced": .flag(!replaced.isEmpty), "has_varying": .flag(!varying.isEmpty),
      "replaced_count": .text(String(replaced.count)),
      "varying_count": .text(String(varying.count)),
    ]
    out += templates.page("legend.html", context)
  }

  /// The page of a document: its chapters.
  func documentPage(_ document: Document) -> SitePage {
    let chapters = document.chapters.map { chapter -> TemplateContext in
      [
        "title": .text(title(of: chapter)), "href": .text("\(chapter.name).html"),
        "description": .text(summary(of: chapter) ?? ""),
      ]
    }
    return SitePage(
      PageFrame(
        path: "\(document.id)/index.html",
        title: document.title,
        document: document.id,
        before: documents.prefix { $0.id != document.id }.last?.chapters.last,
        after: document.chapters.first
      ),
      templates.page(
        "document.html",
        ["title": .text(document.title), "chapters": .list(chapters)]
      )
    )
  }
}
