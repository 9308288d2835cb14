internal import Deployment
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
