internal import DocBuild

/// Where readers find the values of a set: its pages, and the real files that they show.
package struct ValueUses: Sendable {
  /// A page.
  struct Page: Sendable {
    let title: String
    /// The path within the set.
    let path: String
  }

  /// A file that is the same on its servers, but for values of their own.
  struct File: Sendable {
    let path: String
    /// The names of the servers, in the order of servers.yml.
    var servers: [String]
  }

  /// By the key, in the order in which the pages are read.
  private(set) var pages: [String: [Page]] = [:]
  /// By the key, in the order in which the pages show them.
  private(set) var files: [String: [File]] = [:]

  /// Looks through a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - pages: its pages, those that list others left out.
  init(of set: SiteSet, on pages: [SitePage]) {
    for page in pages where page.isFound {
      let entry = Page(title: page.frame.title, path: page.frame.path)
      let keys = page.keys.compactMap { set.values.listedPath(of: $0) }
      for key in keys where self.pages[key]?.last?.path != entry.path {
        self.pages[key, default: []].append(entry)
      }
    }
    let names = ServerNames(set.values)
    for chapter in set.chapters {
      for fence in chapter.fences {
        guard let path = fence.path else { continue }
        let shown = set.filler.plain(
          Array(path.utf8),
          holes: chapter.holes,
          sentinel: chapter.sentinel
        )
        let servers = names.servers(of: fence.attributes.host).servers
        for hole in chapter.holes(of: fence).map({ chapter.holes[$0] }) {
          for server in servers {
            for key in set.keys(of: hole, on: server) { note(key, in: shown, on: server.name) }
          }
        }
      }
    }
  }

  private mutating func note(_ key: String, in path: String, on server: String) {
    var known = files[key] ?? []
    if let index = known.firstIndex(where: { $0.path == path }) {
      if !known[index].servers.contains(server) { known[index].servers.append(server) }
    } else {
      known.append(File(path: path, servers: [server]))
    }
    files[key] = known
  }

  /// Says how many places a key has, such as `3 pages, 1 file`; nothing where it has none.
  func count(of key: String) -> String {
    let counts = [(pages[key]?.count ?? 0, "page"), (files[key]?.count ?? 0, "file")]
    return counts.filter { $0.0 > 0 }.map { SiteSet.counted($0.0, $0.1) }.joined(separator: ", ")
  }
}

extension ValueUses.File {
  /// Where the page of files lists the file of the first server, as a link from the root of the set.
  var address: String {
    "files.html#\(LinkScheme.encoded(Self.anchor(of: path, on: servers.first ?? "")))"
  }

  /// The path as people know it: that of a server begins at its root.
  var shownPath: String { servers == ["control"] ? path : "/" + path }

  /// The servers as far as a list can name them.
  var label: String {
    servers.count > 4
      ? "\(servers[0]) to \(servers[servers.count - 1])" : servers.joined(separator: ", ")
  }

  /// The name of a file's row on the page of files; no name can have a space in it.
  static func anchor(of path: String, on server: String) -> String {
    "\(server)/\(path)".replacing(" ", with: "_")
  }
}

extension SiteSet {
  /// The declared keys that a hole prints on a server.
  fileprivate func keys(of hole: Hole, on server: FenceServer) -> [String] {
    guard case .value(let reference) = hole.content else { return [] }
    var path = reference.path
    let first = "servers.\(server.group).1."
    if hole.isMember, let member = server.member, path.hasPrefix(first) {
      path = "servers.\(server.group).\(member)." + path.dropFirst(first.count)
    }
    guard let entry = values.entry(at: path), entry.role != nil else { return [] }
    if entry.state == .computed {
      return OpenHints.pieces(of: entry.display(view: nil), in: values).compactMap(\.key)
    }
    return values.listedPath(of: path).map { [$0] } ?? []
  }
}
