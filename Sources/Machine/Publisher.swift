internal import FoundationEssentials

/// Puts a folder in place in one step: the new tree is made beside the old one and exchanged.
package enum Publisher {
  /// The file of a set that lists the others.
  package static let manifest = "manifest.json"

  /// Publishes the files of a set, its manifest among them.
  ///
  /// Files that did not change are hard links to the old ones. What docbuild did not make stays as
  /// it is, symbolic links and empty folders included, and is never replaced. Nothing is exchanged
  /// where nothing changed. Where several processes publish to the same place, one waits for the
  /// other, so that it is always whole.
  ///
  /// - Parameters:
  ///   - files: every file by its path within the folder.
  ///   - folder: the folder that readers see.
  ///   - record: another file there that lists what docbuild made, which the set takes the place of.
  ///   - announce: is told for which process it waits.
  /// - Throws: a ``MachineFailure`` where a file cannot be read or written, a ``RequestMistake``
  ///   where something that docbuild did not make is in the way.
  package static func publish(
    _ files: [(path: String, bytes: [UInt8])],
    to folder: String,
    replacing record: String? = nil,
    announce: ((String) -> Void)? = nil
  ) throws {
    let lock = try FolderLock(FileChanges.parent(of: folder), announce: announce)
    defer { lock.release() }
    try renew(folder, with: files, replacing: record)
  }

  /// Removes what docbuild made of a set, and the folder where nothing else is in it.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be removed.
  package static func withdraw(_ folder: String) throws {
    let lock = try FolderLock(FileChanges.parent(of: folder))
    defer { lock.release() }
    try renew(folder, with: [])
    FileChanges.removeEmptyFolders(
      around: "\(folder)/\(manifest)",
      upTo: FileChanges.parent(of: folder)
    )
  }

  private static func renew(
    _ folder: String,
    with files: [(path: String, bytes: [UInt8])],
    replacing record: String? = nil
  ) throws {
    let beside = besides(folder)
    try FileChanges.remove(beside)
    let old = try FolderContents(of: folder)
    let others = try record.map { try PublishedFiles(in: folder, by: $0).paths } ?? []
    let made = try PublishedFiles(in: folder, by: manifest).paths.union(others)
    let foreign = ForeignFiles(in: old, beside: made)
    try foreign.refuse(files.map(\.path), in: folder)
    let present = Set(old.files)
    var unchanged: Set<String> = []
    for (path, bytes) in files where present.contains(path) {
      if try Files.read("\(folder)/\(path)") == bytes { unchanged.insert(path) }
    }
    let own = old.files.count - foreign.files.count
    if unchanged.count == files.count, own == files.count, Files.exists(folder) { return }
    try FileChanges.makeFolder(beside)
    for (path, mode) in foreign.folders {
      try FileChanges.makeFolder("\(beside)/\(path)")
      try FileChanges.setMode(mode, of: "\(beside)/\(path)")
    }
    for path in foreign.files + foreign.others {
      try FileChanges.link("\(folder)/\(path)", to: "\(beside)/\(path)")
    }
    for (path, bytes) in files {
      if unchanged.contains(path) {
        try FileChanges.link("\(folder)/\(path)", to: "\(beside)/\(path)")
      } else {
        try FileChanges.write(bytes, to: "\(beside)/\(path)")
      }
    }
    if Files.exists(folder) {
      try FileChanges.exchange(beside, with: folder)
    } else {
      try FileChanges.move(beside, to: folder)
    }
    try FileChanges.remove(beside)
  }

  /// Writes one file beside its place and moves it there, unless it is there already.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - path: where readers find it.
  ///   - mode: its permissions; nothing for those that new files get.
  /// - Throws: a ``MachineFailure`` where it cannot be written.
  package static func publish(
    _ bytes: [UInt8],
    to path: String,
    mode: UInt16? = nil
  ) throws(MachineFailure) {
    if mode == nil, Files.isFile(path), try Files.read(path) == bytes { return }
    try publish(to: path) { beside throws(MachineFailure) in
      try FileChanges.write(bytes, to: beside)
      if let mode { try FileChanges.setMode(mode, of: beside) }
    }
  }

  /// Replaces a file of the author in one step; its permissions stay, and a link stays a link.
  ///
  /// - Throws: a ``MachineFailure`` where it cannot be written.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard let status = try FileStatus.of(target) else {
      throw MachineFailure("cannot replace \(target): it no longer exists")
    }
    try publish(bytes, to: target, mode: status.mode)
  }

  /// Lets a file be written beside its place and moves it there.
  ///
  /// - Parameters:
  ///   - path: where readers find it; nothing but a regular file is replaced.
  ///   - write: writes the file to the path that it is given.
  /// - Throws: a ``MachineFailure`` where it cannot be written; the old file is then still there.
  package static func publish(
    to path: String,
    _ write: (_ beside: String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    let lock = try FolderLock(FileChanges.parent(of: path))
    defer { lock.release() }
    if let status = try FileStatus.of(path), status.kind != .file {
      throw MachineFailure("cannot write \(path): it is not a regular file")
    }
    let beside = besides(path)
    try FileChanges.remove(beside)
    do throws(MachineFailure) {
      try write(beside)
      try FileChanges.move(beside, to: path)
    } catch {
      try FileChanges.remove(beside)
      throw error
    }
  }

  /// Where the next version of a file or folder is made: on the same file system, and hidden.
  private static func besides(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let parent = FileChanges.parent(of: path)
    return "\(parent == "/" ? "" : parent)/.\(name).docbuild-new"
  }
}
