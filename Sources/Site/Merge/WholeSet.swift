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
    // The cover, the contents and the titles of documents stand for the pages that list others.
    let titles = Set(set.documents.filter { $0.index == nil }.map(\.page))
    let others = pages.filter { $0.frame.document == nil && !$0.frame.isList }
    self.pages =
      set.readingOrder(of: pages).filter { !titles.contains($0.frame.path) } + others
      + Self.notes(on: pages, of: set)
    merged = MergedPages(
      self.pages,
      beside: titles
        + pages.filter { $0.frame.document == nil && $0.frame.isList }.map(\.frame.path),
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
    "language",
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
    let frame = PageFrame(path: MergedPages.notes, title: title)
    let uses = ValueUses(of: set, on: pages)
    let content = set.templates.page(
      "notes.html",
      ["root": .text(""), "values": .list(facts.map { $0.note(beside: frame, uses) })]
    )
    return [SitePage(frame, Array("<h1>\(title)</h1>\n".utf8) + content)]
  }

  /// What the templates of the page are filled with.
  var context: TemplateContext {
    let documents = set.documents.map { document in
      // The page of a document that is a chapter has its name itself.
      let name = document.index == nil ? MergedPages.name(of: document.page) : document.path
      return part(document.title, name, document.path)
    }
    let reference = part("Reference", "reference", nil)
    let hasReference = pages.contains { $0.frame.document == nil }
    return [
      "language": .text(set.project.config.language),
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
    let names = [
      set.project.config.title, set.hasScales ? set.scale.title : "", set.customer ?? "",
    ]
    let left = quoted(names.filter { !$0.isEmpty }.joined(separator: " · "))
    let revision = set.project.revision
    let foot =
      revision.isEmpty ? "" : " @bottom-left { content: \(quoted("Revision \(revision)")); }"
    var css = "@page { @top-left { content: \(left); }\(foot) }\n"
    let parts = set.documents.map { ($0.path, $0.title) } + [("reference", "Reference")]
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

extension SiteSet {
  /// Returns the pages of the documents in the order in which they are read, lists among them.
  func readingOrder(of pages: [SitePage]) -> [SitePage] {
    let own = Dictionary(pages.map { ($0.frame.path, $0) }) { first, _ in first }
    return documents.flatMap(\.pages).compactMap { own[$0] }
  }
}
