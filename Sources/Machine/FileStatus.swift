internal import Glibc

/// What stands at a path.
struct FileStatus {
  /// What files are told apart by here.
  enum Kind {
    case file, folder, link, other
  }

  let kind: Kind
  /// The permissions.
  let mode: UInt16
  private let device: UInt64
  private let number: UInt64

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    mode = UInt16(status.st_mode & 0o7777)
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// Looks at what a path leads to; nothing where it leads nowhere, with the reason in `errno`.
  init?(following path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Looks at a path itself, which may be a symbolic link.
  ///
  /// - Returns: nothing where nothing is there.
  /// - Throws: a ``MachineFailure`` where nobody can tell.
  static func of(_ path: String) throws(MachineFailure) -> FileStatus? {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return FileStatus(status) }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw MachineFailure("cannot read \(path)", code: errno)
    }
    return nil
  }

  /// Whether both are the same file.
  func isSame(as other: FileStatus) -> Bool { device == other.device && number == other.number }
}
