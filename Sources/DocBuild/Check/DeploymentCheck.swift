package import Diagnostics
package import Snippets
internal import Text
internal import Values

/// Compares the whole files and the commands of a set with each other, and with servers.yml.
package struct DeploymentCheck {
  private let files: [PlacedFile]
  private var commands: [MappedText] = []
  private var set = PlacedSet()

  /// Compares the files of a set.
  ///
  /// - Parameters:
  ///   - placement: the texts with a stand-in for each secret.
  ///   - values: of the set.
  ///   - catalogs: of variables, by name.
  ///   - cache: of texts that were read to be checked.
  ///   - unread: what cannot be read as it is meant: nothing is told of what it would say.
  /// - Returns: what is wrong between the files, at its places in the Markdown, and between them and
  ///   the ports that servers.yml opens.
  package static func check(
    _ placement: Placement,
    _ values: ValueTable,
    _ catalogs: [String: VariableCatalog],
    _ cache: SnippetCache,
    unread: UnreadTexts
  ) -> [Diagnostic] {
    var check = DeploymentCheck(placement, values, cache, unread)
    check.set.ends = catalogs.mapValues(\.ends)
    let everywhere = unread.isEverywhere ? check.set.servers.map(\.name) : []
    check.set.unread = unread.servers.union(everywhere)
    let outcome = PlacedFileCheck.check(check.set)
    var seen: Set<Key> = []
    let found = outcome.diagnostics.map { $0.relocated(by: check.origin) }.filter {
      // A loop makes the same place say the same thing about several servers.
      !unread.cover($0.location)
        && seen.insert(Key(rule: $0.rule, location: $0.location)).inserted
    }
    return found
      + TopologyCheck.check(
        outcome.value,
        of: check.set.servers,
        in: values.declarations.groups.filter { group in
          !check.set.servers.contains { $0.group == group.id && check.set.unread.contains($0.name) }
        },
        at: check.origin
      )
  }

  private struct Key: Hashable {
    var rule: String
    var location: Location
  }

  private init(
    _ placement: Placement,
    _ values: ValueTable,
    _ cache: SnippetCache,
    _ unread: UnreadTexts
  ) {
    files = placement.files()
    set.servers = Self.servers(of: values)
    set.files = files.map { file in
      Snippets.PlacedFile(
        server: file.server,
        group: file.group == "control" ? "" : file.group,
        document: file.document,
        path: file.path,
        reading: cache.read(file.bytes, as: file.kind),
        isRead: !unread.files.contains(.init(server: file.server, path: file.path))
      )
    }
    for placed in placement.fences where placed.fence.isCommand {
      for (number, server) in placed.servers.enumerated() {
        let text = placed.text(on: number)
        commands.append(text)
        let reading = cache.read(text.bytes, as: placed.fence.commandKind)
        set.commands.append(PlacedCommands(server: server.name, reading: reading))
      }
    }
  }

  /// Returns where a place in a file or in commands came from; other places stay.
  private func origin(of place: Location) -> Location? {
    switch place.source {
    case .placedFile(let index): files[index].text.origin(of: place.range)
    case .placedCommands(let index): commands[index].origin(of: place.range)
    case .text, .file: place
    }
  }

  private static func servers(of values: ValueTable) -> [PlacedServer] {
    values.declarations.groups.flatMap { group in
      (0..<(values.counts[group.id] ?? 0)).map { index in
        let fields = group.fields.filter { [.ipv4, .ipv6].contains($0.type.kind) }
        return PlacedServer(
          name: group.name(of: index + 1),
          group: group.id,
          addresses: fields.compactMap { field in
            values.entry(at: "servers.\(group.id).\(index + 1).\(field.key)")?.printed(view: nil)
          }
        )
      }
    }
  }
}
