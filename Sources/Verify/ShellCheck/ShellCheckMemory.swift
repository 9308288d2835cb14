internal import DocBuild
internal import FoundationEssentials
internal import Glibc
internal import Machine

/// What ShellCheck last said of a project, in a folder for caches.
///
/// A cache that cannot be read or written is no failure: then ShellCheck is asked.
package struct ShellCheckMemory {
  private let path: String?

  private struct Content: Codable {
    var key: String
    var comments: [ShellCheckComment]
  }

  /// Names the place for what was asked about.
  ///
  /// - Parameters:
  ///   - paths: of a project and of pages.
  ///   - folder: of the cache; nothing remembers nothing.
  init(of paths: [String], in folder: String?) {
    let here = FileManager.default.currentDirectoryPath
    let asked = paths.map { $0.hasPrefix("/") ? $0 : "\(here)/\($0)" }.joined(separator: "\n")
    path = folder.map { "\($0)/shellcheck/\(SHA256.hex(of: Array(asked.utf8))).json" }
  }

  /// The folder of docbuild in the user's folder for caches, as the XDG specification names it;
  /// nothing for a user without a home.
  package static var folder: String? {
    let caches = variable("XDG_CACHE_HOME") ?? variable("HOME").map { "\($0)/.cache" }
    return caches.map { "\($0)/docbuild" }
  }

  /// Returns what was said of the same texts by the same program.
  func comments(for key: String) -> [ShellCheckComment]? {
    guard let path, let bytes = try? Files.read(path),
      let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.key == key
    else { return nil }
    return content.comments
  }

  /// Remembers what was said, in place of what was said before.
  func remember(_ comments: [ShellCheckComment], for key: String) {
    guard let path,
      let bytes = try? JSONEncoder().encode(Content(key: key, comments: comments))
    else { return }
    try? Publisher.publish(Array(bytes), to: path)
  }

  /// Returns which ShellCheck is installed: its path, size and time; nothing where there is none.
  package static func program() -> String? {
    let folders = (variable("PATH") ?? "").split(separator: ":")
    for path in folders.map({ "\($0)/shellcheck" })
    where FileManager.default.isExecutableFile(atPath: path) {
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      let size = (facts?[.size] as? Int64).map { "\($0)" } ?? ""
      let time = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path) \(size) \(time) "
    }
    return nil
  }

  private static func variable(_ name: String) -> String? {
    let value = unsafe getenv(name).map { unsafe String(cString: $0) }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }
}
