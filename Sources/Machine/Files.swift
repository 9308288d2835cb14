internal import FoundationEssentials

/// A failure of the machine, not of the author: a file that cannot be read or written.
package struct MachineFailure: Error, CustomStringConvertible {
  /// What failed, on what, and why.
  package let description: String

  /// Creates a failure with a sentence.
  package init(_ description: String) { self.description = description }
}

/// A request that names something the project does not have, such as a scale.
package struct RequestMistake: Error, CustomStringConvertible {
  /// What was named, and what there is.
  package let description: String

  /// Creates a mistake with a sentence.
  package init(_ description: String) { self.description = description }
}

/// Reads files and folders.
package enum Files {
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  package static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  package static func read(_ path: String) throws(MachineFailure) -> [UInt8] {
    guard exists(path) else { throw MachineFailure("there is no file \(path)") }
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw MachineFailure("cannot read \(path): \(error)")
    }
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
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { hidden || !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw MachineFailure("cannot list \(folder): \(error)")
    }
  }

  /// Lists the paths of all files beneath a folder, relative to it, sorted.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - hidden: whether names that begin with `.` count.
  /// - Returns: the paths, with `/` between their parts.
  /// - Throws: a ``MachineFailure`` where a folder cannot be read.
  package static func paths(
    beneath folder: String,
    hidden: Bool = false
  ) throws(MachineFailure) -> [String] {
    var paths: [String] = []
    for name in try names(in: folder, hidden: hidden) {
      if isFolder("\(folder)/\(name)") {
        for inner in try self.paths(beneath: "\(folder)/\(name)", hidden: hidden) {
          paths.append("\(name)/\(inner)")
        }
      } else {
        paths.append(name)
      }
    }
    return paths
  }

  /// Returns a path as diagnostics show it: relative to the working directory where it is inside.
  package static func displayed(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    var shown = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    while shown.hasPrefix("./") { shown.removeFirst(2) }
    return shown
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
