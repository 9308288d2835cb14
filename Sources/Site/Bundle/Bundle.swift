internal import Diagnostics
internal import DocBuild
package import Machine

/// One set as a file that is carried to where no network is.
package enum Bundle {
  /// Writes a zip archive of the first set of a site, unless something in it would leave it.
  ///
  /// - Parameters:
  ///   - site: without errors.
  ///   - path: the archive; one that is there is replaced when the new one is whole.
  ///   - date: what its files are dated.
  /// - Returns: what kept the archive from being written.
  /// - Throws: a ``RequestMistake`` where the site has no set or the path is the project's, a
  ///   ``MachineFailure`` where the archive cannot be written.
  package static func write(
    _ site: Site,
    to path: String,
    dated date: ArchiveDate
  ) throws -> [BundleFinding] {
    let files = try contents(of: site)
    let findings = BundleCheck.findings(in: files)
    guard findings.isEmpty else { return findings }
    try OutputPlace.refuse(file: path, in: site.project)
    try Publisher.publish(to: path) { beside throws(MachineFailure) in
      try ZipArchive.write(files, dated: date, to: beside)
    }
    return []
  }

  /// Writes the first set of a site as one page, unless something in it would leave it.
  ///
  /// - Parameters:
  ///   - site: without errors.
  ///   - path: the page; one that is there is replaced when the new one is whole.
  /// - Returns: what kept the page from being written.
  /// - Throws: a ``RequestMistake`` where the site has no set or the path is the project's, a
  ///   ``MachineFailure`` where the page cannot be written.
  package static func writeSingleFile(
    _ site: Site,
    to path: String
  ) throws -> [BundleFinding] {
    let page = SingleFile.page(of: try set(of: site), among: site.scales)
    let findings = BundleCheck.findings(inPage: path, page)
    guard findings.isEmpty else { return findings }
    try OutputPlace.refuse(file: path, in: site.project)
    try Publisher.publish(page, to: path)
    return []
  }

  /// Proves that a bundle is whole and stays within itself.
  ///
  /// - Parameter path: an archive, a folder into which one was unpacked, or a page that holds a
  ///   whole set.
  /// - Returns: what is wrong with it.
  /// - Throws: a ``MachineFailure`` where it cannot be read.
  package static func check(_ path: String) throws(MachineFailure) -> [BundleFinding] {
    if Files.isFolder(path) {
      var files: [(path: String, bytes: [UInt8])] = []
      for name in try Files.paths(beneath: path, hidden: true) {
        files.append((name, try Files.read("\(path)/\(name)")))
      }
      return BundleCheck.findings(in: files)
    }
    if path.lowercased().hasSuffix(".html") {
      return BundleCheck.findings(inPage: path, try Files.read(path))
    }
    guard Files.isFile(path) else { throw MachineFailure("cannot read \(path): not a file") }
    do {
      return BundleCheck.findings(in: try ZipArchive.read(path, limit: 1 << 30))
    } catch {
      return [BundleFinding(path, error.message)]
    }
  }

  /// Every file of the bundle, sorted by path: what a reader opens first and the digests, then the
  /// set in a folder of its own.
  static func contents(of site: Site) throws -> [(path: String, bytes: [UInt8])] {
    let set = try set(of: site)
    let name = set.values.set
    let folder = name.customer.map { "\($0)-\(name.scale)" } ?? name.description
    var files = set.published(among: site.scales).map { file in
      (path: "\(folder)/\(file.path)", bytes: file.bytes)
    }
    files.append(("OPEN-ME.html", openingPage(of: set, folder, fileCount: files.count)))
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let sums = files.map { "\(SHA256.hex(of: $0.bytes))  \($0.path)\n" }.joined()
    let index = files.firstIndex { !$0.path.utf8.lexicographicallyPrecedes(BundleCheck.sums.utf8) }
    files.insert((BundleCheck.sums, Array(sums.utf8)), at: index ?? files.count)
    return files
  }

  /// The set that is carried: nothing in it leads to others.
  private static func set(of site: Site) throws(RequestMistake) -> SiteSet {
    guard var set = site.sets.first else {
      throw RequestMistake("expected the scale of the customer's overlay, found another")
    }
    set.isStandalone = true
    return set
  }

  /// The names that the template of the opening page may ask for.
  package static let names = TemplateNames(
    "site_title",
    "scale",
    "size",
    "customer",
    "root",
    "file_total",
    "sums"
  )

  private static func openingPage(of set: SiteSet, _ folder: String, fileCount: Int) -> [UInt8] {
    set.templates.page(
      "open-me.html",
      [
        "site_title": .text(set.project.config.title),
        "scale": .text(set.hasScales ? set.scale.title : ""),
        "size": .text(set.size), "customer": .text(set.customer ?? ""),
        "root": .text(folder + "/"), "file_total": .text(SiteSet.grouped(fileCount)),
        "sums": .text(BundleCheck.sums),
      ]
    )
  }
}
