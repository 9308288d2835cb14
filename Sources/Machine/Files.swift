internal import FoundationEssentials
internal import Glibc

/// Reads files and folders.
package enum Files {
  package static func exists(_ path: String) -> Bool { status(of: path) != nil }

  package static func isFolder(_ path: String) -> Bool { status(of: path)?.kind == .folder }

  /// Whether a path is a regular file, or a symbolic link to one.
  package static func isFile(_ path: String) -> Bool { status(of: path)?.kind == .file }

  /// Whether a path is a symbolic link, to whatever.
  package static func isLink(_ path: String) -> Bool {
    (try? FileStatus.of(path))?.kind == .link
  }

  /// Returns what a symbolic link holds; empty where there is no link.
  static func destination(ofLink path: String) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
  }

  /// Reads a whole file.
  ///
  /// - Throws: a ``MachineFailure`` where there is none, it is a folder or a device, or it cannot be
  ///   read.
  package static func read(_ path: String) throws(MachineFailure) -> [UInt8] {
    // A pipe without a writer would be waited for.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw MachineFailure("cannot read \(path)", code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw MachineFailure("cannot read \(path)", code: errno)
    }
    switch FileStatus(status).kind {
    case .folder: throw MachineFailure("cannot read \(path)", code: EISDIR)
    case .link, .other: throw MachineFailure("cannot read \(path): not a regular file")
    case .file: break
    }
    // One byte more than the file has, so that the second read finds its end.
    var chunk = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var bytes: [UInt8] = []
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw MachineFailure("cannot read \(path)", code: errno)
      }
      bytes += chunk[..<count]
      // The files of /proc are longer than they say.
      if count == chunk.count { chunk = [UInt8](repeating: 0, count: 1 << 16) }
    }
  }

  /// Reads a whole file that need not be there.
  ///
  /// - Returns: the bytes; nothing where there is no such file.
  /// - Throws: a ``MachineFailure`` where there is one that cannot be read, or nobody can tell.
  package static func readIfPresent(_ path: String) throws(MachineFailure) -> [UInt8]? {
    guard try isPresent(path) else { return nil }
    return try read(path)
  }

  /// Whether there is something at a path, a symbolic link to nothing included.
  ///
  /// - Throws: a ``MachineFailure`` where nobody can tell, as in a folder that cannot be searched.
  package static func isPresent(_ path: String) throws(MachineFailure) -> Bool {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return true }
    guard errno == ENOENT else { throw MachineFailure("cannot read \(path)", code: errno) }
    return false
  }

  /// Lists the names in a folder, sorted by their bytes; none where there is no folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - hidden: whether names that begin with `.` count.
  /// - Returns: the names without the folder.
  /// - Throws: a ``MachineFailure`` where the folder cannot be read.
  package static func names(
    in folder: String,
    hidden: Bool = false
  ) throws(MachineFailure) -> [String] {
    try entries(in: folder, hidden: hidden).map(\.name)
  }

  /// Lists what is in a folder, sorted by the bytes of the names; nothing where there is no folder.
  ///
  /// - Returns: the names without the folder, and what each is.
  /// - Throws: a ``MachineFailure`` where the folder cannot be read.
  static func entries(
    in folder: String,
    hidden: Bool
  ) throws(MachineFailure) -> [(name: String, kind: FileStatus.Kind)] {
    guard try isPresent(folder) else { return [] }
    guard let status = status(of: folder) else {
      throw MachineFailure("cannot list \(folder)", code: errno)
    }
    guard status.kind == .folder else { return [] }
    guard let stream = unsafe opendir(folder) else {
      throw MachineFailure("cannot list \(folder)", code: errno)
    }
    defer { unsafe closedir(stream) }
    var entries: [(name: String, kind: FileStatus.Kind)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != "..", hidden || !name.hasPrefix(".") else { continue }
      let kind = try kind(unsafe entry.pointee.d_type, of: "\(folder)/\(name)")
      entries.append((name, kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(
    _ type: UInt8,
    of path: String
  ) throws(MachineFailure) -> FileStatus.Kind {
    switch Int(type) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .link
    // Not every file system tells.
    case DT_UNKNOWN: try FileStatus.of(path)?.kind ?? .other
    default: .other
    }
  }

  /// Lists the paths of all files beneath a folder, relative to it, sorted.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - hidden: whether names that begin with `.` count.
  /// - Returns: the paths, with `/` between their parts.
  /// - Throws: a ``MachineFailure`` where a folder cannot be read, or leads back to one that it is
  ///   in.
  package static func paths(
    beneath folder: String,
    hidden: Bool = false
  ) throws(MachineFailure) -> [String] {
    try paths(beneath: folder, hidden: hidden, within: [])
  }

  private static func paths(
    beneath folder: String,
    hidden: Bool,
    within ancestors: [FileStatus]
  ) throws(MachineFailure) -> [String] {
    guard let own = status(of: folder), own.kind == .folder else {
      return try names(in: folder, hidden: hidden)
    }
    guard !ancestors.contains(where: { $0.isSame(as: own) }) else {
      throw MachineFailure("cannot list \(folder): it leads back to a folder that it is in")
    }
    var paths: [String] = []
    for name in try names(in: folder, hidden: hidden) {
      if isFolder("\(folder)/\(name)") {
        let inside = try self.paths(
          beneath: "\(folder)/\(name)",
          hidden: hidden,
          within: ancestors + [own]
        )
        for inner in inside { paths.append("\(name)/\(inner)") }
      } else {
        paths.append(name)
      }
    }
    return paths
  }

  /// What a path leads to; nothing where it leads nowhere, with the reason in `errno`.
  private static func status(of path: String) -> FileStatus? { FileStatus(following: path) }

  /// Returns a path as diagnostics show it: relative to the working directory where it is inside.
  package static func displayed(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    var shown = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    while shown.hasPrefix("./") { shown.removeFirst(2) }
    return shown
  }

  /// Returns the absolute path of what a path leads to, without symbolic links in the part of it
  /// that is there.
  package static func resolved(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    var parts = (path.hasPrefix("/") ? path : "\(here)/\(path)").split(separator: "/")
    var rest: [Substring] = []
    while true {
      let known = "/" + parts.joined(separator: "/")
      if let real = unsafe realpath(known, nil) {
        defer { unsafe free(real) }
        let base = unsafe String(cString: real)
        let tail = rest.reversed().reduce(into: [Substring]()) { tail, part in
          if part == ".." { _ = tail.popLast() } else if part != "." { tail.append(part) }
        }
        return tail.isEmpty ? base : (base == "/" ? "" : base) + "/" + tail.joined(separator: "/")
      }
      guard let last = parts.popLast() else { return path }
      rest.append(last)
    }
  }

  /// Returns the folder of the nearest docbuild.yml, upwards from the working directory.
  package static func nearestProject() -> String? {
    let here = FileManager.default.currentDirectoryPath
    var parts = here.split(separator: "/").map(String.init)
    while true {
      let folder = "/" + parts.joined(separator: "/")
      for candidate in [folder, folder + "/content"] where exists(candidate + "/docbuild.yml") {
        return candidate
      }
      guard parts.popLast() != nil else { return nil }
    }
  }
}
