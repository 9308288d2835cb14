/// A symbolic link that leads out of the folder it is in.
package struct StrayLink {
  package let path: String
  /// As it is written in the link.
  package let destination: String

  /// Finds the links that lead out of a folder.
  ///
  /// A folder that a link leads to is looked through, too; hidden files are not.
  ///
  /// - Parameters:
  ///   - root: the folder.
  ///   - paths: the files and folders in it that are looked at; those that are missing are left out.
  /// - Returns: the links, by path; a link to nothing is not among them.
  /// - Throws: a ``MachineFailure`` where a folder cannot be read.
  package static func find(
    in root: String,
    at paths: [String]
  ) throws(MachineFailure) -> [StrayLink] {
    var search = Search(root: Files.resolved(root))
    for path in paths.map({ "\(root)/\($0)" }) {
      try search.visit(path, isLink: Files.isLink(path))
    }
    return search.found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private struct Search {
    /// Without symbolic links in it.
    let root: String
    var found: [StrayLink] = []
    /// What links lead to, without symbolic links in it.
    private var followed: Set<String> = []

    init(root: String) { self.root = root }

    mutating func visit(_ path: String, isLink: Bool) throws(MachineFailure) {
      if isLink {
        guard Files.exists(path) else { return }
        let target = Files.resolved(path)
        guard target == root || target.hasPrefix(root + "/") else {
          found.append(StrayLink(path: path, destination: Files.destination(ofLink: path)))
          return
        }
        guard followed.insert(target).inserted else { return }
      }
      for entry in try Files.entries(in: path, hidden: false)
      where entry.kind == .link || entry.kind == .folder {
        try visit("\(path)/\(entry.name)", isLink: entry.kind == .link)
      }
    }
  }
}
