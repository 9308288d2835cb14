internal import Diagnostics
internal import Snippets
internal import Text

/// The real files that the guides of a set show, as they stand on each server.
enum Extraction {
  /// A file of a host.
  struct File {
    /// The folder of the host: the name of a server, or `control`.
    var host: String
    /// The group of the server; `control` for a file without one.
    var group: String
    /// Relative, without a leading `/`.
    var path: String
    /// The content; every byte knows its place in the Markdown.
    var text: MappedText
    /// The permissions; nothing for the usual ones.
    var mode: UInt16?
    /// What docbuild itself checks it against.
    var kind: SnippetKind?

    var bytes: [UInt8] { text.bytes }
  }

  /// Returns the files of a set in a fixed order: a file of a group once for each of its servers.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - purpose: who reads the files; `extract` prints examples for open values, so that programs
  ///     accept the files before the customer has given a value.
  /// - Returns: the files, sorted by host and path.
  static func files(of set: SiteSet, for purpose: SnippetText.Purpose) -> [File] {
    var files: [Place: File] = [:]
    for chapter in set.chapters {
      let resolver = SnippetText(chapter: chapter, values: set.values, purpose: purpose)
      for fence in chapter.fences {
        guard let path = path(of: fence) else { continue }
        let kind = FenceSchema.kind(of: fence, in: set.project).value
        for (host, group, member) in servers(of: fence, set.values) {
          let place = Place(host: host, path: path)
          var file =
            files[place]
            ?? File(
              host: host,
              group: group.isEmpty ? "control" : group,
              path: path,
              text: MappedText()
            )
          file.mode = file.mode ?? fence.attributes.values["mode"].flatMap(FileMode.read)
          file.kind = file.kind ?? kind
          resolver.append(fence.text, of: member, to: &file.text)
          files[place] = file
        }
      }
    }
    return files.values.sorted { ($0.host, $0.path) < ($1.host, $1.path) }
  }

  /// Returns the files of each host, in the order in which the hosts first stand.
  static func byHost(_ files: [File]) -> [(host: String, files: [File])] {
    files.reduce(into: []) { hosts, file in
      if hosts.last?.host != file.host { hosts.append((file.host, [])) }
      hosts[hosts.count - 1].files.append(file)
    }
  }

  private struct Place: Hashable {
    var host: String
    var path: String
  }

  /// The path of a fence's file; nothing for what is shown without being a file.
  static func path(of fence: Fence) -> String? {
    guard let file = fence.attributes.file, fence.attributes.values["fragment"] == nil,
      !fence.attributes.flags.contains("output"), !file.split(separator: "/").contains("..")
    else { return nil }
    return file.split(separator: "/").joined(separator: "/")
  }

  /// The servers on which a file belongs: each one's name and group, and which member it is where
  /// the file is of one group; the group `control` is empty.
  static func servers(
    of fence: Fence,
    _ values: ValueTable
  ) -> [(name: String, group: String, member: (group: String, index: Int)?)] {
    let written = fence.attributes.host ?? "control"
    let groups = values.declarations.groups
    if written == "all" {
      return groups.flatMap { members(of: $0, values) }.map { ($0.name, $0.member.group, nil) }
    }
    let parts = written.split(separator: ".")
    guard let group = groups.first(where: { $0.id == parts[0] }) else {
      return [("control", "", nil)]
    }
    let all = members(of: group, values).map { ($0.name, group.id, Optional($0.member)) }
    return parts.count > 1 && parts[1] == "first" ? Array(all.prefix(1)) : all
  }

  private static func members(
    of group: ServerGroup,
    _ values: ValueTable
  ) -> [(name: String, member: (group: String, index: Int))] {
    (0..<(values.counts[group.id] ?? 0)).map { index in
      (group.name(of: index + 1), (group.id, index + 1))
    }
  }
}

extension Build {
  /// Writes the real files of the first set beneath a folder, a folder a host, unless an error was
  /// found.
  ///
  /// - Parameter folder: files of the same path are replaced, others stay.
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  public func extract(to folder: String) throws {
    guard report.errorCount == 0, let set = sets.first else { return }
    for file in Extraction.files(of: set, for: .extract) {
      try Publisher.publish(
        file.bytes,
        to: "\(folder)/\(file.host)/\(file.path)",
        mode: file.mode
      )
    }
  }
}
