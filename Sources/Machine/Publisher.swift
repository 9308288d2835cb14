internal import CLinux
internal import FoundationEssentials
internal import Glibc

/// Puts a folder in place in one step: the new tree is made beside the old one and exchanged.
package enum Publisher {
  /// Publishes the files of a set.
  ///
  /// Files that did not change are hard links to the old ones; files that docbuild did not make
  /// stay. Nothing is exchanged where nothing changed. Where several processes publish the same
  /// folder, one waits for the other, so that it is always whole.
  ///
  /// - Parameters:
  ///   - files: every file by its path within the folder.
  ///   - folder: the folder that readers see.
  /// - Throws: a ``MachineFailure`` where a file cannot be read or written.
  package static func publish(
    _ files: [(path: String, bytes: [UInt8])],
    to folder: String
  ) throws(MachineFailure) {
    try alone(in: parent(of: folder)) { () throws(MachineFailure) in
      try renew(folder, with: files)
    }
  }

  private static func renew(
    _ folder: String,
    with files: [(path: String, bytes: [UInt8])]
  ) throws(MachineFailure) {
    let old = try Files.paths(beneath: folder, hidden: true)
    let made = try previouslyMade(in: folder)
    let new = Set(files.map(\.path))
    let kept = old.filter { !new.contains($0) && !made.contains($0) }
    var unchanged: Set<String> = []
    for (path, bytes) in files where Files.exists("\(folder)/\(path)") {
      if try Files.read("\(folder)/\(path)") == bytes { unchanged.insert(path) }
    }
    if unchanged.count == files.count, old.count == files.count + kept.count { return }
    let name = folder.split(separator: "/").last ?? ""
    let beside = "\(parent(of: folder))/.\(name).new"
    try remove(beside)
    try makeFolder(beside)
    for (path, bytes) in files {
      if unchanged.contains(path) {
        try link("\(folder)/\(path)", to: "\(beside)/\(path)")
      } else {
        try write(bytes, to: "\(beside)/\(path)")
      }
    }
    for path in kept { try link("\(folder)/\(path)", to: "\(beside)/\(path)") }
    try exchange(beside, with: folder)
    try remove(beside)
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
    if Files.exists(path), mode == nil, try Files.read(path) == bytes { return }
    try publish(to: path) { beside throws(MachineFailure) in
      try write(bytes, to: beside)
      if let mode, unsafe chmod(beside, mode_t(mode)) != 0 {
        throw failure("cannot set the permissions of \(path)")
      }
    }
  }

  /// Replaces a file of the author in one step; its permissions stay, and a link stays a link.
  ///
  /// - Throws: a ``MachineFailure`` where it cannot be written.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw failure("cannot look at \(target)") }
    try publish(bytes, to: target, mode: UInt16(status.st_mode & 0o7777))
  }

  /// Lets a file be written beside its place and moves it there.
  ///
  /// - Parameters:
  ///   - path: where readers find it.
  ///   - write: writes the file to the path that it is given.
  /// - Throws: a ``MachineFailure`` where it cannot be written; the old file is then still there.
  package static func publish(
    to path: String,
    _ write: (_ beside: String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    try alone(in: parent(of: path)) { () throws(MachineFailure) in
      try move(to: path, write)
    }
  }

  private static func move(
    to path: String,
    _ write: (_ beside: String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    let beside = path + ".new"
    do throws(MachineFailure) {
      try write(beside)
      guard unsafe rename(beside, path) == 0 else {
        throw failure("cannot move a file to \(path)")
      }
    } catch {
      try remove(beside)
      throw error
    }
  }

  /// The paths that the manifest of a folder lists, read without trusting it.
  private static func previouslyMade(in folder: String) throws(MachineFailure) -> Set<String> {
    let path = "\(folder)/manifest.json"
    guard Files.exists(path) else { return [] }
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    var paths: Set<String> = ["manifest.json"]
    for piece in text.split(separator: "{\"path\":\"").dropFirst() {
      if let end = piece.firstIndex(of: "\"") { paths.insert(String(piece[..<end])) }
    }
    return paths
  }

  private static func exchange(_ new: String, with folder: String) throws(MachineFailure) {
    guard Files.exists(folder) else {
      guard unsafe rename(new, folder) == 0 else {
        throw failure("cannot move \(new) to \(folder)")
      }
      return
    }
    guard unsafe linux_exchange(new, folder) == 0 else {
      throw failure("cannot exchange \(new) with \(folder)")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try makeFolder(of: path)
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw MachineFailure("cannot write \(path): \(error)")
    }
  }

  private static func link(_ old: String, to new: String) throws(MachineFailure) {
    try makeFolder(of: new)
    do {
      try FileManager.default.linkItem(atPath: old, toPath: new)
    } catch {
      throw MachineFailure("cannot link \(new): \(error)")
    }
  }

  /// Runs a body while no other process that uses this function does so for a folder.
  private static func alone(
    in folder: String,
    _ body: () throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    try makeFolder(folder)
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot open \(folder)") }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure("cannot lock \(folder)") }
    }
    try body()
  }

  /// The folder that a path is in, as a path.
  private static func parent(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Makes the folder in which a file stands.
  private static func makeFolder(of path: String) throws(MachineFailure) {
    try makeFolder(parent(of: path))
  }

  private static func makeFolder(_ path: String) throws(MachineFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw MachineFailure("cannot make the folder \(path): \(error)")
    }
  }

  private static func remove(_ path: String) throws(MachineFailure) {
    guard Files.exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw MachineFailure("cannot remove \(path): \(error)")
    }
  }

  private static func failure(_ what: String) -> MachineFailure {
    MachineFailure("\(what): \(unsafe String(cString: strerror(errno)))")
  }
}
