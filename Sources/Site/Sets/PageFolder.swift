package import DocBuild
internal import Text

/// A folder of pages of a set: a document, or a folder in one.
package struct PageFolder: Sendable {
  /// Its path within the set.
  package let path: String
  package internal(set) var title: String
  /// The chapter that is its page; nothing where that is a list of what is in it.
  package internal(set) var index: Chapter?
  /// What is in it beside its page, in the order in which it is read.
  package internal(set) var entries: [Entry] = []

  /// What can be in a folder.
  package enum Entry: Sendable {
    case chapter(Chapter)
    case folder(PageFolder)
  }

  /// The path of its page within the set.
  var page: String { "\(path)/index.html" }

  /// Its chapters and those of the folders in it, in the order in which they are read.
  package var chapters: [Chapter] {
    [index].compactMap(\.self)
      + entries.flatMap { entry in
        switch entry {
        case .chapter(let chapter): [chapter]
        case .folder(let folder): folder.chapters
        }
      }
  }

  /// It and the folders in it, in the order in which they are read.
  var folders: [PageFolder] {
    [self]
      + entries.flatMap { entry in
        if case .folder(let folder) = entry { folder.folders } else { [PageFolder]() }
      }
  }

  /// The paths of its pages within the set, in the order in which they are read.
  var pages: [String] {
    [page]
      + entries.flatMap { entry in
        switch entry {
        case .chapter(let chapter): ["\(chapter.page).html"]
        case .folder(let folder): folder.pages
        }
      }
  }

  /// Collects the pages of a folder.
  ///
  /// - Parameters:
  ///   - path: of the folder, within the set.
  ///   - chapters: all that are in it or in folders in it, in the order in which they are read.
  ///   - title: returns the title of a chapter.
  init(_ path: String, _ chapters: [Chapter], title: (Chapter) -> String) {
    self.path = path
    self.title = ProjectNames.title(
      ofFolder: path.split(separator: "/").last.map(String.init) ?? path
    )
    var rest = chapters[...]
    while let chapter = rest.popFirst() {
      let inside = chapter.page.dropFirst(path.utf8.count + 1)
      if inside == "index" {
        index = chapter
        self.title = title(chapter)
      } else if let slash = inside.firstIndex(of: "/") {
        let folder = "\(path)/\(inside[..<slash])"
        let others = rest.prefix { $0.page.hasPrefix(folder + "/") }
        rest = rest.dropFirst(others.count)
        entries.append(.folder(PageFolder(folder, [chapter] + others, title: title)))
      } else {
        entries.append(.chapter(chapter))
      }
    }
  }
}
