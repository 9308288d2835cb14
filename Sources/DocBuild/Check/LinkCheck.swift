package import Diagnostics
internal import Machine

/// Checks that the links of a set lead to pages and headings that it has.
package enum LinkCheck {
  /// Follows the links of a set.
  ///
  /// - Parameters:
  ///   - chapters: of a set.
  ///   - files: the paths of the files that are copied beside them.
  ///   - generated: the paths of the pages that every set has beside its documents.
  /// - Returns: the links that lead nowhere.
  package static func check(
    _ chapters: [Chapter],
    beside files: some Collection<String>,
    _ generated: [String]
  ) -> [Diagnostic] {
    let byPath = Dictionary(chapters.map { ($0.path, $0) }) { first, _ in first }
    var diagnostics: [Diagnostic] = []
    for chapter in chapters {
      for link in chapter.links {
        switch LinkTarget(link.target) {
        case .external: break
        case .anchor(let anchor):
          diagnostics += check(anchor, in: chapter, link)
        case .generated(let page, _):
          if !generated.contains(page) {
            let nearest = NameIndex(generated).nearest(to: page).map { "set:\($0)" }
            diagnostics.append(.missingFile(link.target, at: link.location, nearest: nearest))
          }
        case .guide(let path, let anchor):
          let resolved = resolve(path, from: chapter.path)
          guard let target = byPath[resolved] else {
            let isFile = files.contains(resolved)
            if isFile || chapter.document.isEmpty && Files.exists(resolved) { continue }
            let known = byPath.keys.sorted() + files.sorted()
            let nearest = NameIndex(known).nearest(to: resolved)
            diagnostics.append(
              .missingFile(link.target, at: link.location, nearest: []).noting(nearest)
            )
            continue
          }
          if let anchor { diagnostics += check(anchor, in: target, link) }
        }
      }
    }
    return diagnostics
  }

  private static func check(
    _ anchor: String,
    in chapter: Chapter,
    _ link: Chapter.Link
  ) -> [Diagnostic] {
    let anchors = chapter.outline.headings.map(\.anchor) + chapter.steps
    guard !anchor.isEmpty, !anchors.contains(anchor), !anchor.hasPrefix("fn") else { return [] }
    let nearest = NameIndex(anchors).nearest(to: anchor)
    return [.missingAnchor(anchor, in: chapter.path, at: link.location, nearest: nearest)]
  }

  /// Joins a relative path to the folder of a file.
  private static func resolve(_ path: String, from file: String) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Diagnostic {
  fileprivate func noting(_ paths: [String]) -> Diagnostic {
    var copy = self
    copy.notes += paths.map { Note("there is `\($0)`") }
    return copy
  }
}
