/// What is in a folder and was not made by docbuild.
struct ForeignFiles {
  /// Regular files, by path within the folder.
  let files: [String]
  /// Symbolic links, sockets and devices.
  let others: [String]
  /// The folders that hold them, and empty ones, which docbuild never makes; each before what is in
  /// it.
  let folders: [(path: String, mode: UInt16)]

  /// Tells what is in a folder from what docbuild made there.
  init(in contents: FolderContents, beside made: Set<String>) {
    files = contents.files.filter { !made.contains($0) }
    others = contents.others
    var holding: Set<Substring> = []
    for path in files + contents.others + contents.folders.filter(\.isEmpty).map(\.path) {
      holding.formUnion(Self.around(path))
    }
    folders = contents.folders.filter { $0.isEmpty || holding.contains($0.path[...]) }
      .map { ($0.path, $0.mode) }
  }

  /// Refuses to put files where something else is.
  ///
  /// - Throws: a ``RequestMistake`` that names the first thing in the way.
  func refuse(_ paths: [String], in folder: String) throws(RequestMistake) {
    let taken = Set(files + others + folders.map(\.path))
    let closed = Set((files + others).map { $0[...] })
    for path in paths {
      let way = Self.around(path).first { closed.contains($0) }
      guard let found = way ?? (taken.contains(path) ? path[...] : nil) else { continue }
      throw RequestMistake(
        "\(folder)/\(found) was not made by docbuild and is in the way; move it, or choose another "
          + "folder with --out"
      )
    }
  }

  /// The folders that a path is in, the nearest first.
  static func around(_ path: String) -> [Substring] {
    path.indices.filter { path[$0] == "/" }.reversed().map { path[..<$0] }
  }
}
