import Diagnostics
import Machine

/// Looks whether a file that the command line names is there to be read.
///
/// - Parameters:
///   - path: as it was given.
///   - noun: what it should be, such as `an overlay`.
///   - names: where a name of a file was meant, the folder in which such files are and their ending.
/// - Throws: a ``RequestMistake`` with the nearest name where there is no such file.
func requireFile(
  _ path: String,
  _ noun: String,
  among names: (folder: String, ending: String)? = nil
) throws {
  if Files.isFolder(path) {
    throw RequestMistake("expected \(noun), found the folder `\(path)`")
  }
  guard path.isEmpty || !Files.exists(path) else { return }
  if try !path.isEmpty && Files.isPresent(path) {
    throw MachineFailure("cannot read \(path): it is a dangling symbolic link")
  }
  var candidates = try neighbours(of: path)
  if let names {
    candidates += try Files.names(in: names.folder).filter { $0.hasSuffix(names.ending) }
      .map { "\(names.folder)/\($0)" }
  }
  throw RequestMistake.unknown(noun: noun, path, near: candidates)
}

/// Looks whether a folder that the command line names is there.
///
/// - Throws: a ``RequestMistake`` where it is not.
func requireFolder(_ path: String, _ noun: String) throws {
  guard !Files.isFolder(path) else { return }
  let found = Files.exists(path) ? "the file `\(path)`" : "no `\(path)`"
  throw RequestMistake("expected \(noun), found \(found)")
}

/// The files in the folder of a path.
private func neighbours(of path: String) throws -> [String] {
  guard let slash = path.lastIndex(of: "/") else { return try Files.names(in: ".") }
  let folder = slash == path.startIndex ? "/" : String(path[..<slash])
  guard Files.isFolder(folder) else { return [] }
  return try Files.names(in: folder).map { "\(folder)/\($0)" }
}

extension RequestMistake {
  /// A file that is not there, with the one whose path or name is nearest.
  fileprivate static func unknown(
    noun: String,
    _ path: String,
    near candidates: [String]
  ) -> RequestMistake {
    func stem(_ path: String) -> String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.split(separator: ".").first ?? name)
    }
    let near = NameIndex(candidates).nearest(to: path).first
    let named = candidates.first { stem($0) == stem(path) && !path.isEmpty }
    let help = (named ?? near).map { "; did you mean `\($0)`?" } ?? ""
    return RequestMistake("expected \(noun), found no file `\(path)`\(help)")
  }
}
