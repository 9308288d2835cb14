internal import Diagnostics

/// The chapters of a project by what links name, made once for all of them.
package struct SourceIndex: Sendable {
  private var pages: [String: String] = [:]
  private var documents: [String: String] = [:]

  /// Indexes the chapters of a project.
  package init(_ project: Project) {
    for chapter in project.chapters {
      let path = chapter.template.file.path
      pages[path] = pages[path] ?? "\(chapter.document)/\(chapter.name)"
      guard !chapter.document.isEmpty else { continue }
      documents[LinkResolver.join(".", to: path)] = chapter.document
    }
  }

  /// The page of a chapter in its set, without an ending, by the path of its source.
  func page(of path: String) -> String? { pages[path] }

  /// The document of a folder of guides.
  func document(inFolder path: String) -> String? { documents[path] }
}
