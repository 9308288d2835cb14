package import DocBuild
internal import Text
internal import Values

extension GeneratedPage {
  /// Returns what links of a set can lead to.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - placement: its fences on their servers.
  ///   - generated: the pages that are made from data.
  ///   - templates: what the pages are made from, with the names in it.
  /// - Returns: all pages with the names on each, and the files.
  package static func destinations(
    of set: CompiledSet,
    _ placement: Placement,
    _ generated: [GeneratedPage],
    _ templates: TemplateSet
  ) -> LinkCheck.LinkDestinations {
    var pages: [String: Set<String>] = [:]
    let files = placement.filePlaces
    for page in generated {
      pages[page.path] = templates.anchors(of: page.template).union(page.anchors(set, files))
    }
    let chapters = set.chapters.filter { !$0.document.isEmpty }
    for folder in RelativePath.folders(around: chapters.map(\.page)) {
      pages["\(folder)/index.html"] = []
    }
    for chapter in chapters { pages["\(chapter.page).html"] = chapter.anchors }
    pages["print.html"] = ["index"]
    return LinkCheck.LinkDestinations(
      pages: pages,
      files: Set(files.map { "\($0.server)/\($0.path)" })
    )
  }

  /// The names that come from the data of a set.
  private func anchors(_ set: CompiledSet, _ files: [Placement.FilePlace]) -> Set<String> {
    let groups = set.values.declarations.groups.map(\.id)
    switch path {
    case Self.inventory.path, Self.firewall.path: return Set(groups)
    case Self.files.path:
      return Set(
        files.flatMap { [$0.server, ValueUses.File.anchor(of: $0.path, on: $0.server)] }
      )
    case Self.verified.path: return Set(files.map(\.group))
    case Self.values.path:
      let keys = set.values.declaredPaths.filter { key in
        set.values.entry(at: key)?.isListed == true
      }
      return Set(keys + keys.map(Self.namespace))
    default: return []
    }
  }

  private static func namespace(of key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    return parts[0] == "servers" ? "servers-\(parts[1])" : parts[0]
  }
}
