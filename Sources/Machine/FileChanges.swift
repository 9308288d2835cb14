internal import CLinux
internal import Glibc

/// Single changes of files and folders; none of them follows a symbolic link at the end of a path.
enum FileChanges {
  /// The folder that a path is in, as a path.
  static func parent(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Makes a folder, and those that it is in.
  static func makeFolder(_ path: String) throws(MachineFailure) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == ENOENT, path != parent(of: path) {
      try makeFolder(parent(of: path))
      if unsafe mkdir(path, 0o777) == 0 || Files.isFolder(path) { return }
      throw MachineFailure("cannot create the folder \(path)", code: errno)
    }
    guard Files.isFolder(path) else {
      let reason = code == EEXIST && Files.exists(path) ? ENOTDIR : code
      throw MachineFailure("cannot create the folder \(path)", code: reason)
    }
  }

  /// Writes a file that is not there yet, in a folder that is made where it is not.
  static func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = unsafe open(path, flags, 0o666)
    if descriptor < 0, errno == ENOENT {
      try makeFolder(parent(of: path))
      descriptor = unsafe open(path, flags, 0o666)
    }
    guard descriptor >= 0 else { throw MachineFailure("cannot write \(path)", code: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = MachineFailure("cannot write \(path)", code: errno)
        close(descriptor)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    guard close(descriptor) == 0 else { throw MachineFailure("cannot write \(path)", code: errno) }
  }

  /// Gives a file, or a symbolic link, a second name, in a folder that is made where it is not.
  static func link(_ old: String, to new: String) throws(MachineFailure) {
    if unsafe linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 { return }
    if errno == ENOENT {
      try makeFolder(parent(of: new))
      if unsafe linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 { return }
    }
    throw MachineFailure("cannot link \(new)", code: errno)
  }

  /// Moves a file or folder within a file system; a file that is there is replaced.
  static func move(_ old: String, to new: String) throws(MachineFailure) {
    guard unsafe rename(old, new) == 0 else {
      throw MachineFailure("cannot move \(old) to \(new)", code: errno)
    }
  }

  /// Exchanges two folders in one step.
  static func exchange(_ left: String, with right: String) throws(MachineFailure) {
    guard unsafe linux_exchange(left, right) == 0 else {
      throw MachineFailure("cannot exchange \(left) with \(right)", code: errno)
    }
  }

  /// Sets the permissions of a file or folder.
  static func setMode(_ mode: UInt16, of path: String) throws(MachineFailure) {
    guard unsafe chmod(path, mode_t(mode)) == 0 else {
      throw MachineFailure("cannot set the permissions of \(path)", code: errno)
    }
  }

  /// Removes a file or a symbolic link, or a folder with all that is in it; nothing where nothing is
  /// there.
  static func remove(_ path: String) throws(MachineFailure) {
    guard let status = try FileStatus.of(path) else { return }
    guard status.kind == .folder else {
      guard unsafe unlink(path) == 0 else {
        throw MachineFailure("cannot remove \(path)", code: errno)
      }
      return
    }
    for name in try Files.names(in: path, hidden: true) { try remove("\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else {
      throw MachineFailure("cannot remove \(path)", code: errno)
    }
  }

  /// Removes the folders that a path is in, up to a folder, as far as they are empty.
  static func removeEmptyFolders(around path: String, upTo folder: String) {
    var around = parent(of: path)
    while around.utf8.count > folder.utf8.count, unsafe rmdir(around) == 0 {
      around = parent(of: around)
    }
  }
}
