internal import Diagnostics
internal import Values

/// One set of a site: its values, its chapters, and the pages that come of them.
struct SiteSet {
  let project: Project
  let values: ValueTable
  let chapters: [Chapter]
  let templates: TemplateSet
  let scale: ProjectConfig.Scale
  /// The title of the customer; nothing for a template set.
  let customer: String?
  /// Whether no other set stands beside this one, so that nothing leads to the others.
  var isStandalone = false

  var filler: HoleFiller { HoleFiller(values: values) }

  /// The documents that have chapters, in the order of docbuild.yml.
  var documents: [(id: String, title: String, chapters: [Chapter])] {
    let ids = chapters.reduce(into: [String]()) { ids, chapter in
      if !ids.contains(chapter.document) { ids.append(chapter.document) }
    }
    let declared = project.config.documents.filter { ids.contains($0.id) }
    let others = ids.filter { id in !declared.contains { $0.id == id } && !id.isEmpty }
    return (declared + others.map { ($0, $0.prefix(1).uppercased() + $0.dropFirst()) }).map {
      document in
      (document.id, document.title, chapters.filter { $0.document == document.id })
    }
  }

  /// Makes every file of the set.
  ///
  /// - Parameter scales: the template sets of all scales, which a page compares.
  /// - Returns: the files by path, in a fixed order.
  func outputs(among scales: [SiteSet]) -> [(path: String, bytes: [UInt8])] {
    let files = Extraction.files(of: self, for: .show)
    let pages = pages(among: scales, files)
    var outputs = pages.map { page in (path: page.frame.path, bytes: inShell(page)) }
    outputs += SearchFiles.files(of: Self.index(of: pages))
    outputs += markdownTwins() + [("llms.txt", Discovery.guide(to: self))]
    outputs += files.map { ("files/\($0.host)/\($0.path)", $0.bytes) }
    for (name, bytes) in templates.assets.sorted(by: { $0.key < $1.key }) {
      outputs.append(("assets/\(name)", bytes))
    }
    return outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Makes every page of the set, without the shell around it: the chapters in the order in which
  /// they are read, then the indexes and what is made from the data.
  ///
  /// - Parameters:
  ///   - scales: the template sets of all scales, which a page compares.
  ///   - files: the files that the guides show.
  /// - Returns: the pages.
  func pages(among scales: [SiteSet], _ files: [Extraction.File]) -> [SitePage] {
    let chapters = documents.flatMap { document in document.chapters.map { (document, $0) } }
    let read = chapters.enumerated().map { index, chapter in
      chapterPage(
        chapter.1,
        of: chapter.0,
        before: index > 0 ? chapters[index - 1].1 : nil,
        after: index + 1 < chapters.count ? chapters[index + 1].1 : nil
      )
    }
    let indexes = documents.map(documentPage) + [setPage()]
    let made = [
      inventoryPage(), firewallPage(), valuesPage(), differencesPage(among: scales),
      filesPage(files),
    ]
    return read + indexes + made
  }

  /// The index of the search: chapters and what is made from the data, not the lists of pages.
  static func index(of pages: [SitePage]) -> SearchIndex {
    var index = SearchIndex()
    for page in pages where !page.frame.path.hasSuffix("index.html") { index.add(page) }
    return index
  }

  func title(of chapter: Chapter) -> String {
    filler.plain(chapter.title, holes: chapter.holes, sentinel: chapter.sentinel)
  }

  private func chapterPage(
    _ chapter: Chapter,
    of document: (id: String, title: String, chapters: [Chapter]),
    before: Chapter?,
    after: Chapter?
  ) -> SitePage {
    var content: [UInt8] = []
    let hasTitle = chapter.outline.headings.contains { $0.level == 1 }
    if !hasTitle {
      content += Array("<h1>".utf8) + HTMLEscape.text(title(of: chapter)) + Array("</h1>\n".utf8)
    }
    filler.fill(chapter.html, holes: chapter.holes, into: &content)
    let toc = chapter.outline.headings.filter { 2...3 ~= $0.level }.map { heading in
      let text = filler.plain(heading.title, holes: chapter.holes, sentinel: chapter.sentinel)
      return tocItem(text, anchor: heading.anchor, isSub: heading.level == 3)
    }
    return SitePage(
      PageFrame(
        path: "\(document.id)/\(chapter.name).html",
        title: title(of: chapter),
        summary: chapter.summary,
        document: document.id,
        toc: toc,
        breadcrumb: [(document.title, "index.html")],
        before: before,
        after: after
      ),
      content
    )
  }

  func tocItem(_ title: String, anchor: String, isSub: Bool = false) -> TemplateContext {
    [
      "title": .text(title), "anchor": .text(anchor), "level": .text(isSub ? "3" : "2"),
      "sub": .flag(isSub),
    ]
  }
}

/// A page of a set: its text, and what it says about itself.
struct SitePage {
  var frame: PageFrame
  /// The HTML of the text, without the shell.
  var content: [UInt8]

  init(_ frame: PageFrame, _ content: [UInt8]) {
    self.frame = frame
    self.content = content
  }
}

/// What a page says about itself to the shell around it.
struct PageFrame {
  /// The path of the page within its set.
  var path: String
  var title: String
  var summary: String?
  /// The document that it belongs to.
  var document: String?
  var toc: [TemplateContext] = []
  var breadcrumb: [(title: String, href: String)] = []
  var before: Chapter?
  var after: Chapter?

  /// The way from the page to the root of its set.
  var root: String { path.contains("/") ? "../" : "" }
}

extension SiteSet {
  /// The pages that are made from the data.
  static let generated = [
    ("inventory.html", "Inventory", "Every server with its resources and addresses."),
    ("firewall.html", "Firewall", "Who may connect to what."),
    ("values.html", "Values", "Every value to change, and what it means."),
    ("differences.html", "Differences", "What differs between the scales."),
    ("files.html", "Files", "Every file of every server, to take as it is."),
  ]

  /// Returns a page as readers get it: the shell with the text inside.
  private func inShell(_ page: SitePage) -> [UInt8] {
    let frame = page.frame
    let root = frame.root
    let toTop = root + (customer == nil ? "../" : "../../")
    var context: TemplateContext = [
      "title": .text(frame.title), "site_title": .text(project.config.title),
      "description": .text(frame.summary ?? ""), "root": .text(root), "top": .text(toTop),
      "home": .text(isStandalone ? "" : toTop + "index.html"), "scale": .text(scale.title),
      "scale_id": .text(scale.id), "users": .text(Self.grouped(scale.users)),
      "template_set": .flag(customer == nil || values.hasOpenValues), "toc": .list(frame.toc),
      "content": .html(page.content),
      "breadcrumb": .list(
        frame.breadcrumb.map { ["title": .text($0.title), "href": .text($0.href)] }
      ),
    ]
    if let customer { context["customer"] = .text(customer) }
    context["documents"] = .list(documents.map { navigation(of: $0, frame) })
    context["generated"] = .list(
      Self.generated.map { path, title, _ in
        [
          "title": .text(title), "href": .text(root + path), "current": .flag(path == frame.path),
        ]
      }
    )
    context["scales"] = .list(scaleLinks(frame))
    for (name, chapter) in [("previous", frame.before), ("next", frame.after)] {
      guard let chapter else { continue }
      context[name] = .list([
        [
          "title": .text(title(of: chapter)),
          "href": .text("\(root)\(chapter.document)/\(chapter.name).html"),
        ]
      ])
    }
    return templates.page("page.html", context)
  }

  private func navigation(
    of document: (id: String, title: String, chapters: [Chapter]),
    _ frame: PageFrame
  ) -> TemplateContext {
    let isCurrent = document.id == frame.document
    return [
      "title": .text(document.title), "href": .text("\(frame.root)\(document.id)/index.html"),
      "current": .flag(isCurrent),
      "chapters": .list(
        (isCurrent ? document.chapters : []).map { chapter in
          [
            "title": .text(title(of: chapter)),
            "href": .text("\(frame.root)\(document.id)/\(chapter.name).html"),
            "current": .flag(frame.path == "\(document.id)/\(chapter.name).html"),
          ]
        }
      ),
    ]
  }

  private func scaleLinks(_ frame: PageFrame) -> [TemplateContext] {
    let shown = customer == nil && !isStandalone ? project.config.scales : [scale]
    return shown.map { other in
      [
        "id": .text(other.id), "title": .text(other.title),
        "href": .text(frame.root + (other.id == scale.id ? "" : "../\(other.id)/") + frame.path),
        "current": .flag(other.id == scale.id),
      ]
    }
  }

  /// A number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
