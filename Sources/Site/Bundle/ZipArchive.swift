internal import CMinizip
internal import DocBuild
internal import Glibc
package import Machine

/// Zip archives by minizip, which belongs to zlib; the only file that knows the library.
package enum ZipArchive {
  /// Why an archive cannot be read.
  package struct Mistake: Error {
    var message: String
  }

  /// Writes an archive; the same files give the same bytes.
  ///
  /// - Parameters:
  ///   - files: in the order of the archive.
  ///   - date: what every file is dated.
  ///   - path: a file that is there is overwritten.
  /// - Throws: a ``MachineFailure`` where the archive cannot be written.
  package static func write(
    _ files: [(path: String, bytes: [UInt8])],
    dated date: ArchiveDate,
    to path: String
  ) throws(MachineFailure) {
    guard let archive = unsafe zipOpen64(path, APPEND_STATUS_CREATE) else {
      throw MachineFailure("cannot write \(path)", code: errno)
    }
    for file in files {
      guard unsafe add(file, date, to: archive) else {
        let failure = MachineFailure("cannot write \(file.path) to \(path)", code: errno)
        _ = unsafe zipClose(archive, nil)
        throw failure
      }
    }
    guard unsafe zipClose(archive, nil) == ZIP_OK else {
      throw MachineFailure("cannot write \(path)", code: errno)
    }
  }

  private static func add(
    _ file: (path: String, bytes: [UInt8]),
    _ date: ArchiveDate,
    to archive: zipFile
  ) -> Bool {
    let regularFile: UInt = 0o100_644
    var info = zip_fileinfo()
    info.dosDate = UInt(date.dosDate)
    info.external_fa = regularFile << 16
    let madeByUnix: UInt = 3 << 8 | 20
    let namesAreUTF8: UInt = 1 << 11
    let opened = unsafe zipOpenNewFileInZip4_64(
      archive,
      file.path,
      &info,
      nil,
      0,
      nil,
      0,
      nil,
      Z_DEFLATED,
      6,
      0,
      -MAX_WBITS,
      8,
      Z_DEFAULT_STRATEGY,
      nil,
      0,
      madeByUnix,
      namesAreUTF8,
      0
    )
    guard opened == ZIP_OK, let size = UInt32(exactly: file.bytes.count) else { return false }
    let written = unsafe zipWriteInFileInZip(archive, file.bytes, size)
    let closed = unsafe zipCloseFileInZip(archive)
    return written == ZIP_OK && closed == ZIP_OK
  }

  /// Reads every file of an archive, folders left out.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - limit: the most bytes that all files may have together.
  /// - Returns: the files in the order of the archive.
  /// - Throws: a ``Mistake`` where the archive is damaged, encrypted or too large.
  package static func read(
    _ path: String,
    limit: Int
  ) throws(Mistake) -> [(path: String, bytes: [UInt8])] {
    guard let archive = unsafe unzOpen64(path) else {
      throw Mistake(message: "it is not a zip archive")
    }
    defer { _ = unsafe unzClose(archive) }
    var files: [(path: String, bytes: [UInt8])] = []
    var room = limit
    var status = unsafe unzGoToFirstFile(archive)
    while status == UNZ_OK {
      let file = try unsafe current(of: archive, room)
      room -= file.bytes.count
      if !file.path.hasSuffix("/") || !file.bytes.isEmpty { files.append(file) }
      status = unsafe unzGoToNextFile(archive)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE || files.isEmpty else {
      throw Mistake(message: "its list of files is damaged")
    }
    return files
  }

  private static func current(
    of archive: unzFile,
    _ room: Int
  ) throws(Mistake) -> (path: String, bytes: [UInt8]) {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1 << 16)
    let length = UInt(name.count)
    guard unsafe unzGetCurrentFileInfo64(archive, &info, &name, length, nil, 0, nil, 0) == UNZ_OK
    else { throw Mistake(message: "its list of files is damaged") }
    let path = String(
      decoding: name.prefix(Int(info.size_filename)).map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    guard info.flag & 1 == 0 else { throw Mistake(message: "`\(path)` is encrypted") }
    guard unsafe unzOpenCurrentFile(archive) == UNZ_OK else {
      throw Mistake(message: "`\(path)` has an unknown compression method")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe unzReadCurrentFile(archive, &chunk, UInt32(chunk.count))
      guard count >= 0 else {
        _ = unsafe unzCloseCurrentFile(archive)
        throw Mistake(message: "`\(path)` is damaged")
      }
      if count == 0 { break }
      bytes += chunk.prefix(Int(count))
      guard bytes.count <= room else {
        _ = unsafe unzCloseCurrentFile(archive)
        throw Mistake(message: "it is larger than any bundle when unpacked")
      }
    }
    guard unsafe unzCloseCurrentFile(archive) == UNZ_OK else {
      throw Mistake(message: "`\(path)` is damaged")
    }
    return (path, bytes)
  }
}
