internal import Text

/// A file in a folder of guides, and the page that it becomes: the numbers that order folders and
/// files are no part of addresses.
struct GuidePath {
  /// Its folders, the document first, and its name, as they are on disk.
  let parts: [String]

  /// Creates the place of a file by its path within the folder of the guides.
  init(_ path: String) { parts = path.split(separator: "/").map(String.init) }

  /// The document that it belongs to; empty for a file beside the documents.
  var document: String { parts.count > 1 ? ProjectNames.withoutNumber(parts[0]) : "" }

  /// The path of its page within the document, without `.html`; `index` is that of a folder.
  var name: String {
    let stem = MarkdownFileName.stem(parts[parts.count - 1][...])
    let name = Self.isIndex(stem) ? "index" : ProjectNames.withoutNumber(stem)
    return (parts.dropFirst().dropLast().map(ProjectNames.withoutNumber) + [name])
      .joined(separator: "/")
  }

  /// Its folders as they are in addresses, each with that on disk, the document first.
  var folders: [(address: String, source: String)] {
    let folders = parts.dropLast()
    return folders.indices.map { last in
      (
        folders[...last].map(ProjectNames.withoutNumber).joined(separator: "/"),
        folders[...last].joined(separator: "/")
      )
    }
  }

  /// Returns Markdown files in the order in which they are read: by name in each folder, numbers by
  /// their value, the page of the folder itself first.
  static func inReadingOrder(_ paths: [String]) -> [GuidePath] {
    paths.map(GuidePath.init).sorted { one, other in
      let shared = zip(one.parts, other.parts).prefix { $0 == $1 }.count
      guard shared < one.parts.count, shared < other.parts.count else {
        return one.parts.count < other.parts.count
      }
      let (left, right) = (one.sortKey(at: shared), other.sortKey(at: shared))
      if left.isIndex != right.isIndex { return left.isIndex }
      return NaturalOrder.precedes(left.name, right.name)
    }
  }

  private func sortKey(at place: Int) -> (isIndex: Bool, name: String) {
    // A folder comes behind a file of its name.
    guard place == parts.count - 1 else { return (false, parts[place] + "/") }
    return (Self.isIndex(MarkdownFileName.stem(parts[place][...])), parts[place])
  }

  /// Whether a file is the page of its folder, as on the sites that host repositories.
  private static func isIndex(_ stem: String) -> Bool {
    ["index", "readme"].contains(ProjectNames.withoutNumber(stem).lowercased())
  }
}
