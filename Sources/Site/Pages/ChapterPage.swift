internal import DocBuild
internal import HTML
internal import Text

extension SiteSet {
  /// The pages of the chapters, in the order in which they are read.
  func chapterPages() -> [SitePage] {
    let all = documents.flatMap(\.chapters)
    var number = 0
    return documents.flatMap { document in
      pages(of: document, beneath: [], in: document.path) { chapter in
        defer { number += 1 }
        return (
          chapter, number > 0 ? all[number - 1] : nil,
          number + 1 < all.count ? all[number + 1] : nil
        )
      }
    }
  }

  private func pages(
    of folder: PageFolder,
    beneath above: [(title: String, path: String)],
    in document: String,
    _ turns: (Chapter) -> Turns
  ) -> [SitePage] {
    var pages = folder.index.map { [page(turns($0), beneath: above, in: document)] } ?? []
    let inside = above + [(folder.title, folder.page)]
    for entry in folder.entries {
      switch entry {
      case .chapter(let chapter):
        pages.append(page(turns(chapter), beneath: inside, in: document))
      case .folder(let folder):
        pages += self.pages(of: folder, beneath: inside, in: document, turns)
      }
    }
    return pages
  }

  /// A chapter between those before and after it.
  private typealias Turns = (chapter: Chapter, before: Chapter?, after: Chapter?)

  private func page(
    _ turns: Turns,
    beneath above: [(title: String, path: String)],
    in document: String
  ) -> SitePage {
    let chapter = turns.chapter
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
        path: "\(chapter.page).html",
        title: title,
        summary: summary(of: chapter),
        document: document,
        toc: headings.map { heading in
          let text = filler.plain(heading.title, holes: chapter.holes, sentinel: chapter.sentinel)
          return PageFrame.Heading(title: text, anchor: heading.anchor, isSub: heading.level == 3)
        },
        breadcrumb: above,
        before: turns.before,
        after: turns.after,
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

  /// The pages of folders that no chapter is: what is in them.
  func listPages() -> [SitePage] {
    var last: Chapter?
    return documents.flatMap { document in
      lists(of: document, beneath: [], in: document.path, after: &last)
    }
  }

  private func lists(
    of folder: PageFolder,
    beneath above: [(title: String, path: String)],
    in document: String,
    after last: inout Chapter?
  ) -> [SitePage] {
    var pages: [SitePage] = []
    if folder.index == nil {
      pages.append(
        SitePage(
          PageFrame(
            path: folder.page,
            title: folder.title,
            document: document,
            breadcrumb: above,
            isList: true,
            before: last,
            after: folder.chapters.first
          ),
          list(folder)
        )
      )
    }
    last = folder.index ?? last
    let inside = above + [(folder.title, folder.page)]
    for entry in folder.entries {
      switch entry {
      case .chapter(let chapter): last = chapter
      case .folder(let folder):
        pages += lists(of: folder, beneath: inside, in: document, after: &last)
      }
    }
    return pages
  }

  private func list(_ folder: PageFolder) -> [UInt8] {
    let entries = folder.entries.map { entry -> TemplateContext in
      let (title, page) = self.entry(entry)
      let summary: String?
      switch entry {
      case .chapter(let chapter): summary = self.summary(of: chapter)
      case .folder(let folder): summary = folder.index.flatMap(self.summary)
      }
      return [
        "title": .text(title), "href": .text(RelativePath.path(to: page, from: folder.page)),
        "description": .text(summary ?? ""),
      ]
    }
    return templates.page(
      "document.html",
      ["title": .text(folder.title), "chapters": .list(entries)]
    )
  }

  /// The title of what is in a folder, and the path of its page.
  func entry(_ entry: PageFolder.Entry) -> (title: String, page: String) {
    switch entry {
    case .chapter(let chapter): (title(of: chapter), "\(chapter.page).html")
    case .folder(let folder): (folder.title, folder.page)
    }
  }
}
