/// Paths with `/`, as files and commands write them; without a leading `/` as far as one was taken away.
package enum FilePath {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Returns the folder of a path; empty at the top.
  package static func folder(of path: String) -> String {
    let path = isPlain(path) ? path : joined("", path)
    guard let end = path.utf8.lastIndex(of: slash) else { return "" }
    return String(path[..<end])
  }

  /// Returns the last part of a path.
  package static func name(of path: String) -> String {
    guard path.utf8.contains(slash) else { return path }
    return path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Returns a path as seen from a folder, `.` and `..` resolved.
  ///
  /// - Parameters:
  ///   - folder: without a leading `/`.
  ///   - path: absolute with a leading `/`, otherwise relative to the folder.
  /// - Returns: the path without a leading `/`.
  package static func joined(_ folder: String, _ path: String) -> String {
    if isPlain(path), isPlain(folder) { return folder.isEmpty ? path : "\(folder)/\(path)" }
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path is relative and no part of it is empty or begins with a dot.
  private static func isPlain(_ path: String) -> Bool {
    var previous = slash
    for byte in path.utf8 {
      if previous == slash, byte == slash || byte == dot { return false }
      previous = byte
    }
    return previous != slash || path.isEmpty
  }
}
