/// Files that docbuild puts beside others, with a record of which they are.
package enum RecordedFiles {
  /// A file by its path within a folder.
  package struct File {
    package var path: String
    package var bytes: [UInt8]
    /// Its permissions; nothing for those that new files get.
    package var mode: UInt16?

    /// Creates a file.
    package init(path: String, bytes: [UInt8], mode: UInt16? = nil) {
      self.path = path
      self.bytes = bytes
      self.mode = mode
    }
  }

  /// Puts files into a folder, each in one step, and removes those of the last time that are not new.
  ///
  /// What docbuild did not make is neither replaced nor removed.
  ///
  /// - Parameters:
  ///   - files: with their paths within the folder.
  ///   - folder: is made where it is not there.
  ///   - record: the name of the file that lists what docbuild made in the folder.
  ///   - other: that of another one, whose files may be replaced.
  ///   - announce: is told for which process it waits.
  /// - Throws: a ``MachineFailure`` where a file cannot be read or written, a ``RequestMistake``
  ///   where something that docbuild did not make is in the way.
  package static func publish(
    _ files: [File],
    in folder: String,
    record: String,
    beside other: String? = nil,
    announce: ((String) -> Void)? = nil
  ) throws {
    try FolderLock(folder, announce: announce).release()
    let made = try check(files, in: folder, record: record, beside: other)
    // The record comes first: a run that is ended leaves nothing that the next one does not know.
    let new = Set(files.map(\.path))
    let listed = made.subtracting([record]).union(new)
    try Publisher.publish(PublishedFiles.manifest(of: listed), to: "\(folder)/\(record)")
    for file in files { try put(file, in: folder) }
    for path in made.subtracting(new).subtracting([record]).sorted() {
      try remove(path, from: folder)
    }
    try Publisher.publish(PublishedFiles.manifest(of: new), to: "\(folder)/\(record)")
  }

  /// Removes the files that a record lists, the record, and the folder where nothing else is in it.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be removed.
  package static func withdraw(from folder: String, record: String) throws {
    let made = try PublishedFiles(in: folder, by: record).paths
    for path in made.subtracting([record]).sorted() { try remove(path, from: folder) }
    try remove(record, from: folder)
    FileChanges.removeEmptyFolders(
      around: "\(folder)/\(record)",
      upTo: FileChanges.parent(of: folder)
    )
  }

  /// Looks whether files can be put into a folder.
  ///
  /// - Returns: what docbuild made there before.
  /// - Throws: a ``RequestMistake`` where something that docbuild did not make is in the way, a
  ///   ``MachineFailure`` where nobody can tell.
  @discardableResult
  package static func check(
    _ files: [File],
    in folder: String,
    record: String,
    beside other: String? = nil
  ) throws -> Set<String> {
    let made = try PublishedFiles(in: folder, by: record).paths
    let others = try other.map { try PublishedFiles(in: folder, by: $0).paths } ?? []
    for file in files { try refuse(file, in: folder, unless: made.union(others)) }
    return made
  }

  private static func put(_ file: File, in folder: String) throws {
    let path = "\(folder)/\(file.path)"
    if let mode = file.mode, let status = try FileStatus.of(path), status.kind == .file,
      status.mode == mode, try Files.read(path) == file.bytes
    {
      return
    }
    try Publisher.publish(file.bytes, to: path, mode: file.mode)
  }

  /// Removes a file of the record; a record is not trusted beyond its folder.
  private static func remove(_ path: String, from folder: String) throws {
    let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    guard isInside, try link(on: path, in: folder) == nil,
      try FileStatus.of("\(folder)/\(path)")?.kind == .file
    else { return }
    try FileChanges.remove("\(folder)/\(path)")
    FileChanges.removeEmptyFolders(around: "\(folder)/\(path)", upTo: folder)
  }

  private static func refuse(_ file: File, in folder: String, unless made: Set<String>) throws {
    let path = "\(folder)/\(file.path)"
    if let way = try link(on: file.path, in: folder) {
      throw RequestMistake(
        "expected a folder that docbuild made, found something else: \(folder)/\(way)"
      )
    }
    guard let status = try FileStatus.of(path) else { return }
    if status.kind == .file, made.contains(file.path) { return }
    if status.kind == .file, try Files.read(path) == file.bytes { return }
    throw RequestMistake(
      "\(path) was not made by docbuild and is in the way; move it, or choose another folder with "
        + "--out"
    )
  }

  /// The first part of the way to a path that is there and no folder, such as a symbolic link.
  private static func link(on path: String, in folder: String) throws -> Substring? {
    for part in ForeignFiles.around(path).reversed() {
      guard let status = try FileStatus.of("\(folder)/\(part)") else { return nil }
      if status.kind != .folder { return part }
    }
    return nil
  }
}
