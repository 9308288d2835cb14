package import Diagnostics
internal import Text

/// The commands of a set: what the guides tell the reader to run, for programs that run it.
package struct CommandList {
  /// A block of commands.
  package struct Command {
    /// The name that the author gave it; nothing for most.
    package var id: String?
    package var document: String
    package var chapter: String
    /// Where the block begins in the Markdown.
    package var location: Location
    package var language: String
    /// The user who runs it.
    var user: String?
    /// The text on each server where it runs.
    package var servers: [(name: String, text: String)]
    /// What it prints when it works, on the first of the servers.
    package var output: String?
  }

  package let commands: [Command]

  /// Collects the blocks of shell commands that are no files, in the order of the chapters.
  init(of set: CompiledSet, for purpose: SnippetText.Purpose) {
    let fences = Placement(of: set, for: purpose).fences
    let followers = fences.dropFirst().map(Optional.some) + [nil]
    commands = zip(fences, followers).compactMap { placed, next in
      guard placed.fence.isCommand else { return nil }
      let output = next.flatMap { next in
        next.chapter.path == placed.chapter.path && next.fence.attributes.flags.contains("output")
          ? next : nil
      }
      return Command(
        id: placed.fence.attributes.values["id"],
        document: placed.chapter.document,
        chapter: placed.chapter.name,
        location: placed.fence.location,
        language: placed.fence.attributes.language,
        user: placed.fence.attributes.values["user"],
        servers: placed.servers.enumerated().map { ($1.name, placed.string(on: $0)) },
        output: output?.string(on: 0)
      )
    }
  }

  /// Returns a JSON array, an object for each block.
  package func json(_ files: [String: SourceFile]) -> [UInt8] {
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

extension PlacedFence {
  fileprivate func string(on server: Int) -> String {
    String(decoding: text(on: server).bytes, as: UTF8.self)
  }
}
