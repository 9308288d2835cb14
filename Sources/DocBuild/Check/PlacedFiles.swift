internal import Diagnostics
internal import Snippets
internal import Text
internal import Values

/// The whole files and the commands of a set on their servers, held against each other.
struct PlacedFiles {
  private(set) var set = PlacedSet()
  private var texts: [MappedText] = []
  private var commandTexts: [MappedText] = []
  private var indexes: [Place: Int] = [:]

  private struct Place: Hashable {
    var server: String
    var path: String
  }

  /// Puts the files of a set together, as ``Extraction`` writes them but with a stand-in for each
  /// secret.
  init(_ chapters: [Chapter], of project: Project, with values: ValueTable) {
    set.servers = Self.servers(of: values)
    for chapter in chapters {
      let resolver = SnippetText(chapter: chapter, values: values, purpose: .check)
      for fence in chapter.fences {
        guard let path = Extraction.path(of: fence) else {
          addCommands(fence, resolver, values)
          continue
        }
        let kind = FenceSchema.kind(of: fence, in: project).value
        for (server, group, member) in Extraction.servers(of: fence, values) {
          let index = indexOfFile(Place(server: server, path: path)) {
            PlacedFile(
              server: server,
              group: group,
              document: chapter.document.isEmpty ? chapter.path : chapter.document,
              path: path,
              kind: kind,
              text: []
            )
          }
          resolver.append(fence.text, of: member, to: &texts[index])
        }
      }
    }
    for index in set.files.indices { set.files[index].text = texts[index].bytes }
  }

  /// Returns what is wrong between the files, at its places in the Markdown, and between them and
  /// the ports that servers.yml opens.
  func check(_ groups: [ServerGroup]) -> [Diagnostic] {
    let outcome = PlacedFileCheck.check(set)
    var seen: Set<Key> = []
    let found = outcome.diagnostics.map { $0.relocated(by: origin) }.filter {
      // A loop makes the same place say the same thing about several servers.
      seen.insert(Key(rule: $0.rule, location: $0.location)).inserted
    }
    return found + TopologyCheck.check(outcome.value, of: set.servers, in: groups, at: origin)
  }

  private struct Key: Hashable {
    var rule: String
    var location: Location
  }

  /// Returns where a place in a file or in commands came from; other places stay.
  func origin(of place: Location) -> Location? {
    switch place.source {
    case .placedFile(let index): texts[index].origin(of: place.range)
    case .placedCommands(let index): commandTexts[index].origin(of: place.range)
    case .text, .file: place
    }
  }

  private mutating func indexOfFile(_ place: Place, _ make: () -> PlacedFile) -> Int {
    if let index = indexes[place] { return index }
    indexes[place] = set.files.count
    texts.append(MappedText())
    set.files.append(make())
    return set.files.count - 1
  }

  /// A block of a shell's language without a file is what somebody types.
  private mutating func addCommands(
    _ fence: Fence,
    _ resolver: SnippetText,
    _ values: ValueTable
  ) {
    let language = fence.attributes.language
    let isShell = ["bash", "sh", "shell", "console", "shell-session"].contains(language)
    guard isShell, fence.attributes.file == nil, !fence.attributes.flags.contains("output") else {
      return
    }
    for (server, _, member) in Extraction.servers(of: fence, values) {
      var text = MappedText()
      resolver.append(fence.text, of: member, to: &text)
      commandTexts.append(text)
      set.commands.append(
        PlacedCommands(
          server: server,
          text: text.bytes,
          isSession: ["console", "shell-session"].contains(language)
        )
      )
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
