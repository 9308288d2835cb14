internal import Deployment
internal import Diagnostics
internal import Languages
internal import Text

/// The commands of a set by server, and what they make, start and set there.
struct DeploymentCommands: Sendable {
  /// A command with the place of its words.
  struct Placed: Sendable {
    var server: String
    var command: RunCommand
    /// Where a word of the command stands; nothing for what stands inside of another word.
    var place: @Sendable (Range<Int>) -> Location
  }

  private struct Key: Hashable {
    var kind: SnippetKind?
    var text: [UInt8]
    var folder: String?
  }

  /// A text that was read, which stands on several servers as a rule.
  private struct Read {
    var commands: [RunCommand]
    var created: CreatedPaths
  }

  /// Every command that somebody types and that scripts run.
  private(set) var all: [Placed] = []
  private var byServer: [String: [Placed]] = [:]
  /// What is made on each server.
  private var created: [String: CreatedPaths] = [:]

  /// Reads the commands of a set.
  init(_ set: PlacedSet) {
    var known: [Key: Read] = [:]
    func add(
      _ reading: Reading,
      on server: String,
      _ place: @escaping @Sendable (Range<Int>) -> Location
    ) {
      // The files of `control` stand in the folder in which its commands run.
      let folder = server == "control" ? "" : nil
      let key = Key(kind: reading.kind, text: reading.text, folder: folder)
      let read =
        known[key]
        ?? {
          let commands = CommandReader.commands(in: reading.shellInputs, from: folder)
          return Read(commands: commands, created: CreatedPaths(of: commands))
        }()
      known[key] = read
      all += read.commands.map { Placed(server: server, command: $0, place: place) }
      created[server, default: CreatedPaths()].formUnion(read.created)
    }
    for (number, typed) in set.commands.enumerated() {
      add(typed.reading, on: typed.server) {
        Location(in: .placedCommands(number), range: $0)
      }
    }
    for (number, file) in set.files.enumerated() where Self.isScript(file) {
      add(file.reading, on: file.server) { PlacedSet.place($0, inFile: number) }
    }
    for file in set.files { created[file.server, default: CreatedPaths()].add(file.path) }
    byServer = Dictionary(grouping: all, by: \.server)
    // What `control` copies to a server, or runs there by `ssh`, counts for every server: which one
    // it is stands in a variable of a loop, as a rule.
    let remote = CreatedPaths(of: all(on: "control").map(\.command))
    for server in set.servers { created[server.name, default: CreatedPaths()].formUnion(remote) }
  }

  private func all(on server: String) -> [Placed] { byServer[server] ?? [] }

  /// Returns what is made on a server.
  func created(on server: String) -> CreatedPaths { created[server] ?? CreatedPaths() }

  /// Names of variables that commands on a server set.
  func variables(on server: String) -> Set<String> {
    all(on: server).reduce(into: []) { $0.formUnion($1.command.assigned) }
  }

  /// Files that `docker compose --env-file` on a server takes variables from, without a leading `/`.
  func environmentFiles(on server: String) -> [String] {
    all(on: server).filter { $0.command.name.hasPrefix("docker") }.flatMap { placed -> [String] in
      let words = placed.command.words.map(\.text)
      return zip(words, words.dropFirst()).compactMap { option, path in
        guard option == "--env-file", !path.contains("*") else { return nil }
        return FilePath.joined(placed.command.folder ?? "", path)
      }
    }
  }

  /// Units of systemd that commands on a server start, without `.service`, each with its place.
  func units(on server: String) -> [(name: String, place: Location)] {
    all(on: server).flatMap { placed -> [(String, Location)] in
      let command = placed.command
      guard command.name == "systemctl",
        command.arguments.contains(where: {
          ["enable", "start", "restart", "reload-or-restart"].contains($0.text)
        })
      else { return [] }
      return command.arguments.dropFirst().filter { !$0.text.hasPrefix("-") }.map {
        ($0.text.replacing(".service", with: ""), placed.place($0.range))
      }
    }
  }

  private static func isScript(_ file: PlacedFile) -> Bool {
    file.kind?.isShell ?? false || file.text.starts(with: "#!".utf8)
  }
}
