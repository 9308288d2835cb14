package import DocBuild

/// A page that is made from what a set is, and from no chapter.
package struct GeneratedPage: Sendable {
  /// The path of the page, which is the name of its template unless another is said.
  package let path: String
  let title: String
  /// What readers find there; empty for pages that lists do not name.
  let summary: String
  /// Whether it shows blocks of code.
  var hasCode = false
  /// Whether a set has something to show there; a page without content is not made, and nothing
  /// leads to it.
  var isNeeded: @Sendable (CompiledSet, ProjectConfig) -> Bool = { _, _ in true }
  /// The names that its template may ask for.
  package let names: TemplateNames
  /// The file of its template.
  var template: String { path == "index.html" ? "set.html" : path }
  /// What its template is filled with.
  let make: @Sendable (PageMaterial, inout HoleFiller.Shown) -> Content

  package struct Content {
    var context: TemplateContext
    var toc: [PageFrame.Heading] = []
  }

  /// Every page of this kind, in the order of the navigation.
  package static let all: [GeneratedPage] = [
    .overview, .topology, .inventory, .addresses, .hosts, .firewall, .values, .differences, .files,
    .verified, .missing,
  ]

  /// The paths of all pages of this kind.
  package static let paths = all.map(\.path)

  /// Returns the pages that one of several sets has something to show on, in the order of
  /// ``all``.
  ///
  /// All scales have the same pages, so that a reader can go from each page to that of another
  /// scale.
  package static func needed(by sets: [CompiledSet], _ config: ProjectConfig) -> [GeneratedPage] {
    all.filter { page in sets.contains { page.isNeeded($0, config) } }
  }

  /// What navigation and lists say about it.
  var listed: MadePage { MadePage(path: path, title: title, summary: summary) }

  /// Makes the page of a set.
  package func page(of material: PageMaterial) -> SitePage {
    var shown = HoleFiller.Shown()
    let content = make(material, &shown)
    return SitePage(
      PageFrame(
        path: path,
        title: title,
        summary: summary,
        toc: content.toc,
        breadcrumb: summary.isEmpty ? [] : [("Reference", "index.html#reference")],
        isList: summary.isEmpty,
        hasCode: hasCode
      ),
      material.set.templates.page(template, content.context),
      keys: shown.keys
    )
  }
}

/// What generated pages are made from.
package struct PageMaterial {
  package let set: SiteSet
  /// The template sets of all scales, the smallest first.
  package let scales: ComparedScales
  /// The files that the guides show.
  package let files: [PlacedFile]
  /// Where readers find the values; empty until the pages that show them are made.
  var uses: ValueUses?
}
