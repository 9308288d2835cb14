internal import Diagnostics
internal import DocBuild
internal import HTML
internal import Machine

/// A set as one file that works from disk with nothing beside it.
///
/// All pages stand in it, and `single.js` shows one at a time; without scripts it is one long page.
/// Files of servers and pictures are within their addresses, and what pages load elsewhere waits in
/// scripts that do not run by themselves.
package struct SingleFile {
  private let set: SiteSet
  private let pages: [SitePage]
  private let merged: MergedPages

  /// Returns the file of a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - scales: the template sets of all scales, which a page compares.
  /// - Returns: the whole page.
  package static func page(of set: SiteSet, among scales: ComparedScales) -> [UInt8] {
    let files = set.compiled.files(for: .show)
    let pages = set.pages(among: scales, files).filter {
      $0.frame.path != GeneratedPage.missing.path
    }
    let single = SingleFile(set, pages, files)
    let held = SearchFiles.files(of: SiteSet.index(of: pages)) + FillScripts.files(of: set)
    let context = single.context(held)
    func page(_ policy: String) -> [UInt8] {
      set.templates.page(
        "single.html",
        context.merging(["policy": .html(Array(policy.utf8))])
      )
    }
    // The digests of its own scripts and styles are known once they stand in the page.
    return page(policy(for: PageScan(page(""))))
  }

  /// The files that no page of a site loads.
  static let ownAssets: Set<String> = ["single.css", "single.js"]

  /// Style sheets in the order in which they count; scripts that run by themselves, in their order;
  /// scripts that run when they are asked for.
  private static let styles = ["site.css", "search.css", "print.css", "single.css"]
  private static let scripts = [
    "site.js", "code.js", "card.js", "search.js", "fill.js", "single.js", "fill-types.js",
    "fill-form.js",
  ]
  private static let heldScripts = [
    "search-find.js", "search-show.js", "fill-files.js", "fill-overlay.js",
  ]

  private init(_ set: SiteSet, _ pages: [SitePage], _ files: [PlacedFile]) {
    self.set = set
    let overview = pages.filter { $0.frame.path == "index.html" }
    let documents = set.readingOrder(of: pages)
    let generated = pages.filter(Self.isReference)
    self.pages = overview + documents + generated + WholeSet.notes(on: pages, of: set)
    let contents =
      files.map { ("files/\($0.server)/\($0.path)", $0.bytes) }
      + set.project.attachments.values.map { ($0.output, $0.bytes) }
    var addresses: [String: String] = [:]
    for (path, bytes) in contents {
      addresses[path] = DataAddress.address(of: bytes, named: path)
    }
    merged = MergedPages(
      self.pages,
      beside: ["print.html"],
      headings: .asTheyAre
    ) { [addresses] path in addresses[path] ?? path }
  }

  /// The names that the template may ask for: all of a page of the site, since files that both
  /// insert may ask for those, and its own.
  package static let names = PageShell.names.union(
    TemplateNames(
      "policy",
      "styles",
      "theme",
      lists: [
        "pages": TemplateNames(
          "title",
          "crumb",
          "name",
          "part",
          "content",
          "last_change",
          "edit",
          lists: [
            "toc": TemplateNames("title", "anchor", "sub"),
            "breadcrumb": TemplateNames("title", "href", "current"),
            "previous": TemplateNames("title", "href", "current"),
            "next": TemplateNames("title", "href", "current"),
          ]
        ),
        "scripts": TemplateNames("code"),
        "held": TemplateNames("path", "code"),
      ]
    )
  )

  /// Everything but the policy.
  private func context(_ held: [(path: String, bytes: [UInt8])]) -> TemplateContext {
    let scale: TemplateContext = [
      "id": .text(set.scale.id), "title": .text(set.scale.title), "current": .flag(true),
      "way": .text(""),
    ]
    let ofShell: TemplateContext = [
      "path": .text("#index"), "start": .text("#index"), "to_values": .text("#values"),
      "title": .text(set.project.config.title), "above": .text(""), "crumb": .text(""),
      "description": .text(""),
      "content": .text(""), "notes": .text(""), "has_code": .flag(true), "edit": .text(""),
      "last_change": .text(""),
      "toc": .list([]), "breadcrumb": .list([]), "previous": .list([]), "next": .list([]),
      "scales": .list([scale]), "has_scales": .flag(set.hasScales), "has_toc": .flag(false),
      "has_about": .flag(set.hasAbout),
      "has_reference": .flag(pages.contains(where: Self.isReference)),
      "generated": .list(pages.filter(Self.isReference).map(entry)),
      "documents": .list(set.documents.map(entry)),
    ]
    return PageShell.context(of: set, "").merging(ofShell).merging([
      "styles": .html(styles),
      "theme": .html(InlineCode.script(asset("theme.js"))),
      "pages": .list(pages.map(context)),
      "scripts": .list(
        Self.scripts.filter(isWanted).map { ["code": .html(InlineCode.script(asset($0)))] }
      ),
      "held": .list(
        (Self.heldScripts.filter(isWanted).map { ("assets/\($0)", asset($0)) } + held)
          .map { ["path": .text($0), "code": .html(InlineCode.script($1))] }
      ),
    ])
  }

  private var styles: [UInt8] {
    let sheets = Self.styles.map(asset) + [WholeSet.sheetRules(of: set)]
    return InlineCode.style(Array(sheets.joined()))
  }

  private func asset(_ name: String) -> [UInt8] { set.templates.assets[name] ?? [] }

  private func isWanted(_ script: String) -> Bool {
    set.isTemplate || !script.hasPrefix("fill")
  }

  private static func isReference(_ page: SitePage) -> Bool {
    page.frame.document == nil && page.frame.path != "index.html"
  }

  private func entry(_ page: SitePage) -> TemplateContext {
    entry(page.frame.title, MergedPages.name(of: page.frame.path))
  }

  private func entry(_ document: PageFolder) -> TemplateContext {
    entry(document.title, "\(document.path)/index").merging([
      "part": .text(document.path), "open": .flag(true),
      "chapters": .list(
        NavigationTree.rows(of: document, in: set) { _ in
          true
        } entry: { page in
          ("#\(MergedPages.name(of: page))", .flag(false))
        }
      ),
    ])
  }

  private func entry(_ chapter: Chapter) -> TemplateContext {
    entry(set.title(of: chapter), chapter.page)
  }

  private func entry(_ title: String, _ name: String) -> TemplateContext {
    ["title": .text(title), "href": .text("#\(name)"), "current": .flag(false)]
  }

  private func context(of page: SitePage) -> TemplateContext {
    let name = MergedPages.name(of: page.frame.path)
    return [
      "title": .text(page.frame.title), "name": .text(name),
      "crumb": .text(page.frame.isStart ? "" : page.frame.title),
      "part": .text(page.frame.document ?? (name == "index" ? "" : "reference")),
      "content": .html(merged.content(of: page)),
      "last_change": .text(page.frame.lastChange ?? ""),
      "edit": .text(set.editAddress(of: page) ?? ""),
      "toc": .list(
        page.frame.toc.map {
          [
            "title": .text($0.title), "anchor": .text("\(name):\($0.anchor)"),
            "sub": .flag($0.isSub),
          ]
        }
      ),
      "breadcrumb": .list(
        Self.isReference(page)
          ? [entry("Reference", "index:reference")]
          : page.frame.breadcrumb.map { entry($0.title, MergedPages.name(of: $0.path)) }
      ),
      "previous": .list(page.frame.before.map { [entry($0)] } ?? []),
      "next": .list(page.frame.after.map { [entry($0)] } ?? []),
    ]
  }

  /// The policy that lets run and apply what stands in the page, and nothing else.
  private static func policy(for scan: PageScan) -> String {
    let scripts = digests(of: scan.inlineScripts)
    let styles = digests(of: scan.inlineStyles)
    return "default-src 'none'; script-src \(scripts); style-src \(styles); img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func digests(of texts: [[UInt8]]) -> String {
    var known: Set<String> = []
    let digests = texts.map { "'sha256-\(SHA256.base64(of: $0))'" }
    let distinct = digests.filter { known.insert($0).inserted }
    return distinct.isEmpty ? "'none'" : distinct.joined(separator: " ")
  }
}
