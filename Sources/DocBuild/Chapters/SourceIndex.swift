internal import Diagnostics
internal import Machine
internal import Text

/// The chapters of a project by what links name, made once for all of them.
package struct SourceIndex: Sendable {
  private var pages: [String: String] = [:]
  private var sources: [String: String] = [:]
  private var folders: [String: String] = [:]
  private var addresses: Set<String> = []
  /// The path of docbuild.yml.
  private let root: String
  /// Where files of the repository are read, with `{path}`; nothing where that is not said.
  private let repository: String?

  /// The folder of guides.
  let guides: String

  /// Indexes the chapters of a project.
  package init(_ project: Project) {
    root = Files.displayed("\(project.root)/docbuild.yml")
    guides = Files.displayed("\(project.root)/guides")
    repository = project.config.repository
    for chapter in project.chapters {
      let path = chapter.template.file.path
      pages[path] = pages[path] ?? chapter.page
      guard !chapter.document.isEmpty else { continue }
      sources[chapter.page] = sources[chapter.page] ?? path
      // A page is as deep in its set as its source in the folder of guides.
      var (source, address) = (path, chapter.page)
      while address.contains("/") {
        (source, address) = (RelativePath.folder(of: source), RelativePath.folder(of: address))
        folders[source] = address
        addresses.insert(address)
      }
    }
  }

  /// The page of a chapter in its set, without an ending, by the path of its source.
  func page(of path: String) -> String? { pages[path] }

  /// The source of a page in its set, which has no ending.
  func source(ofPage page: String) -> String? { sources[page] }

  /// The address of a folder of guides, which is a document or in one.
  func address(ofFolder path: String) -> String? { folders[path] }

  /// Whether a path in a set is that of a folder with pages.
  func isFolder(_ address: String) -> Bool { addresses.contains(address) }

  /// The folder of guides that is the document of a source.
  func folder(ofDocumentWith path: String) -> String {
    guard path.hasPrefix(guides + "/") else { return guides }
    return guides + "/" + path.dropFirst(guides.count + 1).prefix { $0 != "/" }
  }

  /// Returns where a file that is no part of the guides is read; nothing where nobody has said.
  func repositoryAddress(of path: String) -> String? {
    repository.flatMap { template in
      RepositoryAddress.address(of: RelativePath.path(to: path, from: root), in: template)
    }
  }
}
