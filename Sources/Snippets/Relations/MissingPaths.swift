internal import Deployment
internal import Diagnostics

/// Tells which paths of a server the guides ought to make and do not.
struct MissingPaths {
  let deployment: ReadSet

  /// What is known about a path that nothing makes.
  struct Missing {
    /// Paths that are made beside it and are nearly the same.
    var near: [String]
    /// Whether the guides show other files of the same place, so that this one was forgotten.
    var isCertain: Bool
  }

  /// Looks for a path on a server.
  ///
  /// - Parameters:
  ///   - path: without a leading `/`.
  ///   - server: the name of the server.
  /// - Returns: what is missing; nothing for a path that is made, that the system has, or about
  ///   which the guides say nothing.
  func missing(_ path: String, on server: String) -> Missing? {
    let created = deployment.commands.created(on: server)
    guard !path.isEmpty, !created.hasAny(path), !isOfSystem(path) else { return nil }
    // Of a path whose folders are missing too the uppermost of them is the slip, if any is.
    var slip = path
    while !FilePath.folder(of: slip).isEmpty,
      !created.folders.contains(FilePath.folder(of: slip))
    { slip = FilePath.folder(of: slip) }
    let folder = FilePath.folder(of: slip)
    guard isOfGuides(folder, created, on: server) else { return nil }
    let siblings = created.children(of: folder)
    let near = NameIndex(siblings).nearest(to: FilePath.name(of: slip))
    guard slip == path && isFile(path) || !near.isEmpty else { return nil }
    let own = siblings.filter { !$0.hasPrefix(".") && !$0.contains("compose.") }
    return Missing(near: near, isCertain: !near.isEmpty || !own.isEmpty)
  }

  /// A name with an extension is that of a file, but for folders such as `conf.d` and for sockets.
  private func isFile(_ path: String) -> Bool {
    let parts = FilePath.name(of: path).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !parts[0].isEmpty else { return false }
    return !["d", "sock", "socket", "pid"].contains(last) && Int(last) == nil
  }

  /// Folders that the guides write into; what is right beneath the root belongs to the system.
  private func isOfGuides(_ folder: String, _ created: CreatedPaths, on server: String) -> Bool {
    guard server == "control" || folder.contains("/") else { return false }
    return created.folders.contains(folder)
  }

  private func isOfSystem(_ path: String) -> Bool {
    Self.system.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// What a server has before any guide touches it, or while it runs.
  private static let system = [
    "dev", "proc", "sys", "run", "var/run", "tmp", "var/log", "var/lib/docker", "lib/modules",
    "usr/share", "usr/lib", "usr/src", "etc/ssl/certs", "etc/pki", "etc/localtime", "etc/timezone",
    "etc/hosts", "etc/hostname", "etc/resolv.conf", "etc/machine-id", "etc/passwd", "etc/group",
    "etc/shadow", "etc/os-release", "boot",
  ]
}

extension CreatedPaths {
  /// The names of what is right beneath a folder.
  fileprivate func children(of folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = paths.union(folders).compactMap { path -> String? in
      guard path.hasPrefix(prefix), path != folder else { return nil }
      return path.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
    }
    return Set(names).sorted()
  }
}
