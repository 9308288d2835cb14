internal import Glibc

/// The right to change what is in a folder, which one process has at a time.
struct FolderLock {
  private let descriptor: Int32

  /// Waits until no other process has the right, and takes it.
  ///
  /// - Parameters:
  ///   - folder: is made where it is not there.
  ///   - announce: is told, once, for which process it waits.
  /// - Throws: a ``MachineFailure`` where the folder cannot be made or locked.
  init(
    _ folder: String,
    announce: ((String) -> Void)? = nil
  ) throws(MachineFailure) {
    try FileChanges.makeFolder(folder)
    descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineFailure("cannot open \(folder)", code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    if errno == EWOULDBLOCK, let announce {
      let holder = holder().map { "process \($0)" } ?? "another process"
      announce("waiting for \(holder), which publishes to \(folder)")
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let failure = MachineFailure("cannot lock \(folder)", code: errno)
        close(descriptor)
        throw failure
      }
    }
  }

  /// Gives the right back.
  func release() { close(descriptor) }

  /// The process that has the right, where the system tells: its lines are `NUMBER: FLOCK ADVISORY
  /// WRITE PROCESS DEVICE:INODE START END`.
  private func holder() -> Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0,
      let locks = try? Files.read("/proc/locks")
    else { return nil }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(status.st_ino)"),
        let process = Int(words[4]), process > 0
      else { continue }
      return process
    }
    return nil
  }
}
