internal import DocBuild

/// A set on one page, to print.
package struct WholeSet {
  private let set: SiteSet
  private let pages: [SitePage]
  private let merged: MergedPages

  /// Creates the page of a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - pages: its pages.
  init(_ set: SiteSet, _ pages: [SitePage]) {
    self.set = set
    self.pages = pages.filter { !Self.isList($0.frame.path) } + Self.notes(on: pages, of: set)
    merged = MergedPages(
      self.pages,
      beside: pages.map(\.frame.path).filter(Self.isList),
      headings: .oneLower
    ) { $0 }
  }

  /// Makes the page for paper, with the heads of its sheets.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - pages: its pages.
  /// - Returns: the files by path.
  package static func files(
    of set: SiteSet,
    _ pages: [SitePage]
  ) -> [(path: String, bytes: [UInt8])] {
    [
      ("print.html", set.templates.page("print.html", WholeSet(set, pages).context)),
      ("assets/print-sheets.css", sheetRules(of: set)),
    ]
  }

  /// The names that the templates may ask for.
  package static let names = TemplateNames(
    "title",
    "site_title",
    "scale",
    "scale_id",
    "size",
    "customer",
    "server_count",
    "revision",
    lists: [
      "parts": TemplateNames(
        "title",
        "name",
        "page",
        lists: ["chapters": TemplateNames("title", "name", "content")]
      )
    ]
  )

  /// A page of what all pages tell about the values that are marked in them, once; none where no
  /// value is marked.
  static func notes(on pages: [SitePage], of set: SiteSet) -> [SitePage] {
    var known: Set<String> = []
    let keys = pages.flatMap(\.keys).filter { known.insert($0).inserted }
    let facts = keys.compactMap { ValueFacts(of: $0, in: set) }
    guard !facts.isEmpty else { return [] }
    let title = "Marked values"
    let content = set.templates.page(
      "notes.html",
      ["root": .text(""), "values": .list(facts.map(\.context))]
    )
    let heading = Array("<h1>\(title)</h1>\n".utf8)
    return [SitePage(PageFrame(path: MergedPages.notes, title: title), heading + content)]
  }

  /// Pages that only list others: the cover, the contents and the titles of documents stand for
  /// them.
  private static func isList(_ path: String) -> Bool {
    path == "index.html" || path.hasSuffix("/index.html") || path == "404.html"
  }

  /// What the templates of the page are filled with.
  var context: TemplateContext {
    let documents = set.documents.map { document in
      part(document.title, MergedPages.name(of: "\(document.id)/index.html"), document.id)
    }
    let reference = part("Reference", "reference", nil)
    let hasReference = pages.contains { $0.frame.document == nil }
    return [
      "title": .text(set.project.config.title), "site_title": .text(set.project.config.title),
      "scale": .text(set.hasScales ? set.scale.title : ""), "scale_id": .text(set.scale.id),
      "size": .text(set.size), "customer": .text(set.customer ?? ""),
      "server_count": .text(set.servers),
      "revision": .text(set.project.revision),
      "parts": .list(documents + (hasReference ? [reference] : [])),
    ]
  }

  private func part(_ title: String, _ name: String, _ document: String?) -> TemplateContext {
    let own = pages.filter { $0.frame.document == document }
    return [
      "title": .text(title), "name": .text(name), "page": .text(document ?? "reference"),
      "chapters": .list(
        own.map { page in
          [
            "title": .text(page.frame.title),
            "name": .text(MergedPages.name(of: page.frame.path)),
            "content": .html(merged.content(of: page)),
          ]
        }
      ),
    ]
  }

  /// The rules that put the names of the set and of its documents at the head of each sheet.
  static func sheetRules(of set: SiteSet) -> [UInt8] {
    let whom = set.customer.map { " · \($0)" } ?? ""
    let left = quoted("\(set.project.config.title) · \(set.scale.title)\(whom)")
    var css = "@page { @top-left { content: \(left); } }\n"
    let parts = set.documents.map { ($0.id, $0.title) } + [("reference", "Reference")]
    for (index, (id, title)) in parts.enumerated() {
      css += "@page part\(index) { @top-right { content: \(quoted(title)); } }\n"
      css += "[data-part=\(quoted(id))] { page: part\(index); }\n"
    }
    return Array(css.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || "\"\\<".unicodeScalars.contains(scalar) {
        out += "\\\(String(scalar.value, radix: 16)) "
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
