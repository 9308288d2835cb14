internal import DocBuild

/// The tree of pages beside the text, as rows: a template repeats what it does not nest.
enum NavigationTree {
  /// The names of a row.
  ///
  /// `parent` says that the rows which follow are in it, and each of `ends` that a folder ends
  /// behind it.
  static let names = TemplateNames(
    "title",
    "href",
    "current",
    "around",
    "parent",
    lists: ["ends": TemplateNames()]
  )

  /// Lists what is in a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - set: whose pages it has.
  ///   - isOpen: whether rows show what is in a folder within it.
  ///   - entry: returns the address of a page, and whether it is the one at hand.
  /// - Returns: the names of each row.
  static func rows(
    of folder: PageFolder,
    in set: SiteSet,
    isOpen: (PageFolder) -> Bool,
    entry: (_ page: String) -> (href: String, current: TemplateValue)
  ) -> [TemplateContext] {
    guard isOpen(folder) else { return [] }
    var rows: [TemplateContext] = []
    for part in folder.entries {
      let (title, page) = set.entry(part)
      var inside: [TemplateContext] = []
      var isAround = false
      if case .folder(let folder) = part {
        isAround = isOpen(folder)
        inside = Self.rows(of: folder, in: set, isOpen: isOpen, entry: entry)
      }
      let (href, current) = entry(page)
      rows.append([
        "title": .text(title), "href": .text(href), "current": current,
        "around": .flag(isAround), "parent": .flag(!inside.isEmpty), "ends": .list([]),
      ])
      if var last = inside.popLast() {
        var ends: [TemplateContext] = [[:]]
        if case .list(let inner)? = last["ends"] { ends += inner }
        last = last.merging(["ends": .list(ends)])
        rows += inside + [last]
      }
    }
    return rows
  }
}

extension PageFolder {
  /// Whether a folder is it or in it.
  func isAround(_ folder: String) -> Bool { folder == path || folder.hasPrefix(path + "/") }
}
