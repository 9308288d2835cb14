/// What is in a folder, as it is: symbolic links are not followed.
struct FolderContents {
  /// The regular files, by path within the folder.
  private(set) var files: [String] = []
  /// Symbolic links, sockets and devices.
  private(set) var others: [String] = []
  /// The folders without the folder itself, each before what is in it.
  private(set) var folders: [(path: String, mode: UInt16, isEmpty: Bool)] = []

  /// Lists a folder; there is nothing in one that is not there.
  ///
  /// - Throws: a ``MachineFailure`` where it cannot be read, a ``RequestMistake`` where it is a
  ///   symbolic link or no folder.
  init(of folder: String) throws {
    guard let status = try FileStatus.of(folder) else { return }
    guard status.kind == .folder else {
      let found = status.kind == .link ? "a symbolic link" : "a file"
      throw RequestMistake(
        "expected a folder that docbuild may exchange, found \(found): \(folder)"
      )
    }
    try list(folder, beneath: "")
  }

  private mutating func list(_ root: String, beneath prefix: String) throws {
    for name in try Files.names(in: "\(root)/\(prefix)", hidden: true) {
      let path = prefix + name
      switch try FileStatus.of("\(root)/\(path)") {
      case .some(let status) where status.kind == .folder:
        let place = folders.count
        folders.append((path, status.mode, true))
        let count = files.count + others.count + folders.count
        try list(root, beneath: path + "/")
        folders[place].isEmpty = files.count + others.count + folders.count == count
      case .some(let status) where status.kind == .file: files.append(path)
      case .some: others.append(path)
      case nil: break
      }
    }
  }
}
