/// Ways between the pages and files of one folder, with `/` between their parts.
package enum RelativePath {
  /// Returns the way from a page to the folder that all paths begin in: `../` for each folder.
  package static func up(from page: String) -> String {
    String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Returns the way from a page to another path.
  package static func path(to path: String, from page: String) -> String {
    let folders = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let shared = zip(parts.dropLast(), folders).prefix { $0 == $1 }.count
    let up = [Substring](repeating: "..", count: folders.count - shared)
    return (up + parts[shared...]).joined(separator: "/")
  }

  /// Returns the folder of a page; empty where it is in none.
  package static func folder(of page: String) -> String {
    page.lastIndex(of: "/").map { String(page[..<$0]) } ?? ""
  }

  /// Returns the folders around pages, the inner ones of each behind the outer.
  package static func folders(around pages: some Sequence<String>) -> [String] {
    var known: Set<String> = []
    var folders: [String] = []
    for page in pages {
      for index in page.indices where page[index] == "/" {
        let folder = String(page[..<index])
        if known.insert(folder).inserted { folders.append(folder) }
      }
    }
    return folders
  }
}
