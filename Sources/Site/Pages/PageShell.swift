internal import DocBuild
internal import Text

/// The shell around the pages of a set.
///
/// What the pages of a document share, the navigation above all, is filled in once.
package struct PageShell {
  private let set: SiteSet
  private let uses: ValueUses
  /// By the folder of the page; empty for pages beside the documents.
  private var shells: [String: PageTemplate] = [:]
  /// What pages tell about their values, by the way to the root of the set.
  private var notes: [String: PageTemplate] = [:]

  /// Fills in what the pages of a set share.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - uses: where readers find its values.
  init(of set: SiteSet, _ uses: ValueUses) {
    self.set = set
    self.uses = uses
    let template = set.templates["page.html"]
    for folder in [""] + set.documents.flatMap(\.folders).map(\.path) {
      let root = RelativePath.up(from: folder.isEmpty ? "" : folder + "/")
      let shared = Self.context(of: set, root).merging(Self.navigation(of: set, folder, root))
      shells[folder] = template.specialised(with: shared)
      if notes[root] == nil {
        notes[root] = set.templates["notes.html"].specialised(with: ["root": .text(root)])
      }
    }
  }

  /// Returns a page as readers get it: the shell with the text inside.
  package func page(_ page: SitePage) -> [UInt8] {
    let frame = page.frame
    let notes = notes(on: page)
    let contents = frame.toc + (notes.isEmpty ? [] : [.notes])
    let context: TemplateContext = [
      "path": .text(frame.path), "title": .text(frame.title),
      "above": .text(frame.breadcrumb.last?.title ?? ""),
      "crumb": .text(frame.isStart ? "" : frame.title),
      "description": .text(frame.summary ?? ""), "content": .html(page.content),
      "notes": .html(notes), "edit": .text(set.editAddress(of: page) ?? ""),
      "last_change": .text(frame.lastChange ?? ""),
      "has_toc": .flag(!contents.isEmpty),
      "toc": .list(
        contents.map {
          ["title": .text($0.title), "anchor": .text($0.anchor), "sub": .flag($0.isSub)]
        }
      ),
      "breadcrumb": .list(
        frame.breadcrumb.map { title, path in
          ["title": .text(title), "href": .text(RelativePath.path(to: path, from: frame.path))]
        }
      ),
      "previous": .list(turn(to: frame.before, frame)),
      "next": .list(turn(to: frame.after, frame)),
      "has_code": .flag(frame.hasCode),
    ]
    var out: [UInt8] = []
    out.reserveCapacity(page.content.count + 16_000)
    shells[frame.folder]?.fill(context, into: &out)
    return out
  }

  private func turn(to chapter: Chapter?, _ frame: PageFrame) -> [TemplateContext] {
    guard let chapter else { return [] }
    let href = "\(frame.root)\(chapter.page).html"
    return [["title": .text(set.title(of: chapter)), "href": .text(href)]]
  }

  /// What a page tells about the values that are marked in it.
  private func notes(on page: SitePage) -> [UInt8] {
    let facts = page.keys.compactMap { ValueFacts(of: $0, in: set) }
    guard !facts.isEmpty else { return [] }
    var out: [UInt8] = []
    notes[page.frame.root]?.fill(
      ["values": .list(facts.map { $0.note(beside: page.frame, uses) })],
      into: &out
    )
    return out
  }

  /// What templates may ask about a set, by the way from a page to its root.
  static func context(of set: SiteSet, _ root: String) -> TemplateContext {
    let top = root + RelativePath.up(from: set.folder.isEmpty ? "" : set.folder + "/")
    let isAlone = set.customer != nil || set.isStandalone || !set.hasScales
    let number = set.project.config.scales.firstIndex { $0.id == set.scale.id } ?? 0
    return [
      "start": .text("\(root)index.html"), "to_values": .text("\(root)values.html"),
      "language": .text(set.project.config.language),
      "site_title": .text(set.project.config.title), "root": .text(root), "top": .text(top),
      "home": .text(isAlone ? "" : top + "index.html"),
      "scale": .text(set.hasScales ? set.scale.title : ""),
      "scale_id": .text(set.scale.id), "scale_number": .text(String(number + 1)),
      "user_count": .text(set.users), "size": .text(set.size),
      "customer": .text(set.customer ?? ""),
      "template_set": .flag(set.isTemplate), "revision": .text(set.project.revision),
      "data_hash": .text(set.dataHash),
    ]
  }

  /// The navigation of the pages in a folder: the documents, and what is in those folders that
  /// lead to it.
  private static func navigation(
    of set: SiteSet,
    _ folder: String,
    _ root: String
  ) -> TemplateContext {
    let documents = set.documents.map { document -> TemplateContext in
      let isCurrent = document.isAround(folder)
      return [
        "title": .text(document.title), "href": .text(root + document.page),
        "current": .flag(isCurrent), "open": .flag(isCurrent), "part": .text(""),
        "chapters": .list(
          NavigationTree.rows(of: document, in: set) {
            $0.isAround(folder)
          } entry: { page in
            (root + page, .onPage(page))
          }
        ),
      ]
    }
    let generated = set.generated.filter(\.isListed).map { page -> TemplateContext in
      [
        "title": .text(page.title), "href": .text(root + page.path), "current": .onPage(page.path),
      ]
    }
    let isAlone = set.customer != nil || set.isStandalone
    let scales = isAlone ? [set.scale] : set.project.config.scales
    return [
      "has_scales": .flag(set.hasScales), "has_reference": .flag(!generated.isEmpty),
      "has_about": .flag(set.hasAbout),
      "documents": .list(documents), "generated": .list(generated),
      "scales": .list(
        scales.map { scale in
          [
            "id": .text(scale.id), "title": .text(scale.title),
            "current": .flag(scale.id == set.scale.id),
            "way": .text(scale.id == set.scale.id ? "" : "../\(scale.id)/"),
          ]
        }
      ),
    ]
  }

  /// The names that `page.html` and what it inserts may ask for.
  package static let names = TemplateNames(
    "path",
    "title",
    "above",
    "crumb",
    "description",
    "content",
    "notes",
    "has_code",
    "edit",
    "last_change",
    "language",
    "site_title",
    "root",
    "start",
    "to_values",
    "top",
    "home",
    "scale",
    "scale_id",
    "scale_number",
    "user_count",
    "size",
    "customer",
    "template_set",
    "has_about",
    "has_reference",
    "has_scales",
    "has_toc",
    "revision",
    "data_hash",
    lists: [
      "toc": TemplateNames("title", "anchor", "sub"),
      "breadcrumb": TemplateNames("title", "href"),
      "previous": TemplateNames("title", "href"),
      "next": TemplateNames("title", "href"),
      "scales": TemplateNames("id", "title", "current", "way"),
      "generated": TemplateNames("title", "href", "current"),
      "documents": TemplateNames(
        "title",
        "href",
        "current",
        "open",
        "part",
        lists: ["chapters": NavigationTree.names]
      ),
    ]
  )
}

extension SiteSet {
  /// Where the source of a page can be edited; nothing for pages without one, and for customers,
  /// whose pages name no one else's place.
  func editAddress(of page: SitePage) -> String? {
    guard customer == nil, let source = page.frame.source else { return nil }
    return project.config.editAddress?.replacing("{path}", with: source)
  }
}
