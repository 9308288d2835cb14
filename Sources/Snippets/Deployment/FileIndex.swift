internal import Diagnostics

/// Finds the files of a set by server and path.
struct FileIndex: Sendable {
  private let files: [PlacedFile]
  private let places: [Place: Int]
  /// The indexes of the files of each server, in the order of the set.
  private let byServer: [String: [Int]]

  private struct Place: Hashable {
    var server: String
    var path: String
  }

  init(_ files: [PlacedFile]) {
    self.files = files
    var places: [Place: Int] = [:]
    var byServer: [String: [Int]] = [:]
    for (index, file) in files.enumerated() {
      places[Place(server: file.server, path: file.path)] = index
      byServer[file.server, default: []].append(index)
    }
    self.places = places
    self.byServer = byServer
  }

  /// Returns the index of a file.
  ///
  /// - Parameters:
  ///   - path: absolute, or relative to the folder that files without a server stand in.
  ///   - server: the name of the server.
  /// - Returns: nothing where no fence shows the file.
  func file(_ path: String, on server: String) -> Int? {
    places[Place(server: server, path: FilePath.joined("", path))]
  }

  /// Returns the indexes of the files of a server.
  func files(on server: String) -> [Int] { byServer[server] ?? [] }

  /// Returns the paths of the files of a server.
  func paths(on server: String) -> [String] { files(on: server).map { files[$0].path } }
}

/// Paths with `/`, as files and commands write them; without a leading `/` inside this module.
enum FilePath {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Returns the folder of a path; empty at the top.
  static func folder(of path: String) -> String {
    let path = isPlain(path) ? path : joined("", path)
    guard let end = path.utf8.lastIndex(of: slash) else { return "" }
    return String(path[..<end])
  }

  /// Returns the last part of a path.
  static func name(of path: String) -> String {
    guard path.utf8.contains(slash) else { return path }
    return path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Returns a path as seen from a folder, `.` and `..` resolved.
  ///
  /// - Parameters:
  ///   - folder: without a leading `/`.
  ///   - path: absolute with a leading `/`, otherwise relative to the folder.
  /// - Returns: the path without a leading `/`.
  static func joined(_ folder: String, _ path: String) -> String {
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

extension PlacedSet {
  /// Returns a place in a file of a set.
  static func place(_ range: Range<Int>, inFile index: Int) -> Location {
    Location(in: .placedFile(index), range: range)
  }
}

extension Diagnostic {
  /// Returns a finding about a text as one about a file of a set; other places stay.
  func placed(inFile index: Int) -> Diagnostic {
    relocated { $0.source == .text ? PlacedSet.place($0.range, inFile: index) : $0 }
  }
}
