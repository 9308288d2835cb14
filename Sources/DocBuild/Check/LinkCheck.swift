package import Diagnostics
internal import HTML
internal import Text

/// Checks that the links of a set lead to pages, files and names that it has.
package struct LinkCheck {
  private let set: CompiledSet
  private let attachments: [String]
  private let destinations: LinkDestinations
  private let byPath: [String: Chapter]

  /// What links of a set can lead to beside its chapters and the files that are copied.
  package struct LinkDestinations: Sendable {
    /// The names on each page that no chapter is, by the page's path.
    package var pages: [String: Set<String>]
    /// The files that the guides show, as `SERVER/PATH`.
    package var files: Set<String>

    package init(pages: [String: Set<String>], files: Set<String>) {
      self.pages = pages
      self.files = files
    }
  }

  /// Follows the links of a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - files: the paths of the files that are copied beside its chapters.
  ///   - destinations: what else there is.
  /// - Returns: the links that lead nowhere.
  package static func check(
    _ set: CompiledSet,
    beside files: some Collection<String>,
    _ destinations: LinkDestinations
  ) -> [Diagnostic] {
    let byPath = Dictionary(set.chapters.map { ($0.path, $0) }) { first, _ in first }
    let check = LinkCheck(
      set: set,
      attachments: files.sorted(),
      destinations: destinations,
      byPath: byPath
    )
    return set.chapters.flatMap { chapter in
      chapter.links.flatMap { check.check($0.target, of: $0, in: chapter) }
    }
  }

  private func check(
    _ target: LinkTarget,
    of link: Chapter.Link,
    in chapter: Chapter
  ) -> [Diagnostic] {
    switch target {
    case .attachment: []
    case .external:
      // The policy of the pages keeps browsers from running it.
      AddressScheme.isDangerous(link.written) && !link.isLoaded
        ? [.wrongDestination("expected an address, found a program", at: link.location)] : []
    case .anchor(let anchor): check(anchor, of: chapter, link)
    case .guide(let path, let anchor):
      if let anchor, let page = byPath[path] { check(anchor, of: page, link) } else { [] }
    case .generated(let page, let anchor): check(page, anchor, link, in: chapter)
    case .placed(let server, let path):
      destinations.files.contains("\(server)/\(path)")
        ? [] : [missingFile("\(server)/\(path)", link, in: chapter)]
    case .missing(let path): [missingPage(path, link, in: chapter)]
    case .outside: [.fileOutside(chapter.shown(link.written), at: link.location)]
    // What a browser loads from another site is reported as that.
    case .mistake(let expected):
      link.isLoaded && link.written.starts(with: "//".utf8)
        ? [] : [.wrongDestination(expected, at: link.location)]
    case .depends: checkFilled(link, in: chapter)
    }
  }

  private func check(_ anchor: String, of page: Chapter, _ link: Chapter.Link) -> [Diagnostic] {
    let anchors = page.anchors
    guard !anchor.isEmpty, !page.isCut, anchor.lowercased() != "top", !anchors.contains(anchor)
    else {
      return []
    }
    let nearest = NameIndex(anchors.sorted()).nearest(to: anchor)
    return [.missingAnchor(anchor, in: page.path, at: link.location, nearest: nearest)]
  }

  private func check(
    _ page: String,
    _ anchor: String?,
    _ link: Chapter.Link,
    in chapter: Chapter
  ) -> [Diagnostic] {
    guard let names = destinations.pages[page] else {
      let nearest = NameIndex(destinations.pages.keys.sorted()).nearest(to: page)
      return [
        .missingFile("set:\(page)", at: link.location, nearest: nearest.map { "set:\($0)" })
      ]
    }
    guard let anchor, !anchor.isEmpty, !names.contains(anchor) else { return [] }
    let nearest = NameIndex(names.sorted()).nearest(to: anchor)
    return [.missingAnchor(anchor, in: "set:\(page)", at: link.location, nearest: nearest)]
  }

  private func missingFile(
    _ path: String,
    _ link: Chapter.Link,
    in chapter: Chapter
  ) -> Diagnostic {
    let nearest = NameIndex(destinations.files.sorted()).nearest(to: path)
    return .missingFile(
      chapter.shown(link.written),
      at: link.location,
      nearest: nearest.map { "file:\($0)" }
    )
  }

  private func missingPage(
    _ path: String,
    _ link: Chapter.Link,
    in chapter: Chapter
  ) -> Diagnostic {
    func relative(_ path: String) -> String { RelativePath.path(to: path, from: chapter.path) }
    // Close in the folders alone is not close.
    let known = (byPath.keys.filter { $0 != chapter.path } + attachments).map(relative).sorted()
    return .missingFile(
      chapter.shown(link.written),
      at: link.location,
      nearest: NameIndex(known).nearest(to: relative(path))
    )
  }

  /// A destination that begins with a placeholder, or has one in its path: its value has to be a
  /// whole address, or name a file beside the chapter.
  private func checkFilled(_ link: Chapter.Link, in chapter: Chapter) -> [Diagnostic] {
    let text = SnippetText(chapter: chapter, values: set.values, purpose: .check)
    let filled = text.filled(link.written)
    let head = filled.prefix { !Set(":/?#".utf8).contains($0) }
    if filled.dropFirst(head.count).first == .colon, LinkScheme.isOne(head) {
      let scheme = head.text.lowercased()
      let rest = filled.dropFirst(head.count + 1).text.percentDecoded
      if scheme == "file" {
        return destinations.files.contains(rest) ? [] : [missingFile(rest, link, in: chapter)]
      }
      guard ["javascript", "vbscript", "data", "set"].contains(scheme) else { return [] }
      return [.wrongDestination("expected a URL, found `\(scheme):`", at: link.location)]
    }
    let path = filled.prefix { $0 != .hash && $0 != .question }.text.percentDecoded
    let resolved = LinkResolver.join(path, to: chapter.path)
    if filled.first != .slash, attachments.contains(resolved) { return [] }
    return [
      .wrongDestination(
        "expected a URL, or a file beside the chapter, found `\(chapter.shown(link.written))`",
        at: link.location
      )
    ]
  }
}
