package import DocBuild

extension SiteSet {
  /// Makes every file of the set.
  ///
  /// - Parameter scales: the template sets of all scales, which a page compares.
  /// - Returns: the files by path, in a fixed order.
  func outputs(among scales: ComparedScales) -> [(path: String, bytes: [UInt8])] {
    let files = compiled.files(for: .show)
    let pages = pages(among: scales, files)
    let shell = PageShell(of: self, ValueUses(of: self, on: pages))
    var outputs = pages.map { page in (path: page.frame.path, bytes: shell.page(page)) }
    outputs += SearchFiles.files(of: Self.index(of: pages))
    outputs += WholeSet.files(of: self, pages)
    outputs += markdownTwins() + [("llms.txt", Discovery.guide(to: self))]
    if folder.isEmpty, let address = project.config.address {
      outputs += Discovery.files(for: [self], at: address)
    }
    outputs += redirects()
    outputs += project.attachments.values.map { ($0.output, $0.bytes) }
    outputs += files.map { ("files/\($0.server)/\($0.path)", $0.bytes) }
    outputs += FillScripts.files(of: self)
    for (name, bytes) in templates.assets.sorted(by: { $0.key < $1.key })
    where !SingleFile.ownAssets.contains(name) {
      outputs.append(("assets/\(name)", bytes))
    }
    return outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The index of the search: chapters and what is made from the data, not the lists of pages.
  static func index(of pages: [SitePage]) -> SearchIndex {
    var index = SearchIndex()
    for page in pages where page.isFound { index.add(page) }
    return index
  }

  /// Makes every page of the set, without the shell around it: the chapters in the order in which
  /// they are read, then the indexes and what is made from the data.
  ///
  /// - Parameters:
  ///   - scales: the template sets of all scales, which a page compares.
  ///   - files: the files that the guides show.
  /// - Returns: the pages.
  package func pages(among scales: ComparedScales, _ files: [PlacedFile]) -> [SitePage] {
    var material = PageMaterial(set: self, scales: scales, files: files)
    let needed = Set(generated.map(\.path))
    let chapters = chapterPages()
    // The page of values says where the others show them.
    let others = GeneratedPage.all.filter { needed.contains($0.path) }.map { page in
      (page, page.path == GeneratedPage.values.path ? nil : page.page(of: material))
    }
    material.uses = ValueUses(of: self, on: chapters + others.compactMap(\.1))
    return chapters + listPages()
      + others.map { page, made in made ?? page.page(of: material) }
  }
}
