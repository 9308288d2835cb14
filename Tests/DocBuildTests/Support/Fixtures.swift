import FoundationEssentials

/// Where the files of the tests stand.
enum Fixtures {
  /// The folder of the package.
  static let package: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static let folder = package + "/Tests/Fixtures"

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Every file beneath a folder by its relative path.
  static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder = false
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else {
        continue
      }
      files[name] = try bytes(path)
    }
    return files
  }
}
