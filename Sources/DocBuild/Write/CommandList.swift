internal import Diagnostics
internal import Text

/// The commands of a set: what the guides tell the reader to run, for programs that run it.
struct CommandList {
  /// A block of commands.
  struct Command {
    /// The name that the author gave it; nothing for most.
    var id: String?
    var document: String
    var chapter: String
    /// Where the block begins in the Markdown.
    var location: Location
    var language: String
    /// The user who runs it.
    var user: String?
    /// The text on each server where it runs.
    var servers: [(name: String, text: String)]
    /// What it prints when it works, on the first of the servers.
    var output: String?
  }

  let commands: [Command]

  /// Collects the blocks of shell commands that are no files, in the order of the chapters.
  init(of set: SiteSet, for purpose: SnippetText.Purpose) {
    commands = set.chapters.flatMap { chapter in
      let resolver = SnippetText(chapter: chapter, values: set.values, purpose: purpose)
      return chapter.fences.enumerated().compactMap { index, fence -> Command? in
        guard fence.isCommand else { return nil }
        let servers = Extraction.servers(of: fence, set.values).map { name, _, member in
          (name, resolver.text(of: fence, on: member))
        }
        let next = index + 1 < chapter.fences.count ? chapter.fences[index + 1] : nil
        let output = next.flatMap { $0.attributes.flags.contains("output") ? $0 : nil }
        return Command(
          id: fence.attributes.values["id"],
          document: chapter.document,
          chapter: chapter.name,
          location: fence.location,
          language: fence.attributes.language,
          user: fence.attributes.values["user"],
          servers: servers,
          output: output.map { resolver.text(of: $0, on: nil) }
        )
      }
    }
  }

  /// Returns a JSON array, an object for each block.
  func json(_ files: [String: SourceFile]) -> [UInt8] {
    let objects = commands.map { command in
      let line = files[command.location.path]?.line(containing: command.location.range.lowerBound)
      return JSONText.object([
        ("id", command.id.map(JSONText.string) ?? "null"),
        ("document", JSONText.string(command.document)),
        ("chapter", JSONText.string(command.chapter)),
        ("path", JSONText.string(command.location.path)), ("line", String(line ?? 0)),
        ("language", JSONText.string(command.language)),
        ("user", command.user.map(JSONText.string) ?? "null"),
        (
          "servers",
          JSONText.array(
            command.servers.map { server in
              JSONText.object([
                ("name", JSONText.string(server.name)), ("text", JSONText.string(server.text)),
              ])
            }
          )
        ), ("output", command.output.map(JSONText.string) ?? "null"),
      ])
    }
    return Array("[\n\(objects.joined(separator: ",\n"))\n]\n".utf8)
  }
}

extension Fence {
  /// Whether the block is something to run: shell that is no file and not what a command prints.
  var isCommand: Bool {
    ["bash", "sh", "console"].contains(attributes.language) && attributes.file == nil
      && !attributes.flags.contains("output")
  }
}

extension SnippetText {
  fileprivate func text(of fence: Fence, on member: (group: String, index: Int)?) -> String {
    var text = MappedText()
    append(fence.text, of: member, to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension Build {
  /// Writes the commands of the first set as JSON, unless an error was found.
  ///
  /// Each object has `id`, `document`, `chapter`, `path`, `line`, `language`, `user`, `servers` (an
  /// object with `name` and `text` for each server on which it runs) and `output`.
  ///
  /// - Parameter path: the file, which is replaced.
  /// - Throws: a ``MachineFailure`` where the file cannot be written.
  public func writeCommands(to path: String) throws {
    guard report.errorCount == 0, let set = sets.first else { return }
    try Publisher.publish(CommandList(of: set, for: .extract).json(project.files), to: path)
  }
}
