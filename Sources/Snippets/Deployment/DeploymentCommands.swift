internal import Diagnostics

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
    var text: [UInt8]
    var folder: String?
  }

  /// Every command that somebody types and that scripts run.
  private(set) var all: [Placed] = []
  /// What is made on each server.
  private var created: [String: CreatedPaths] = [:]

  /// Reads the commands of a set.
  init(_ set: PlacedSet) {
    var known: [Key: [RunCommand]] = [:]
    func commands(_ text: [UInt8], on server: String) -> [RunCommand] {
      // The files of `control` stand in the folder in which its commands run.
      let folder = server == "control" ? "" : nil
      let key = Key(text: text, folder: folder)
      if let commands = known[key] { return commands }
      let commands = CommandReader.commands(in: text, from: folder)
      known[key] = commands
      return commands
    }
    for (number, typed) in set.commands.enumerated() {
      let text = typed.isSession ? Self.withoutOutput(typed.text) : typed.text
      all += commands(text, on: typed.server).map { command in
        Placed(server: typed.server, command: command) { range in
          Location(path: "$\(number)", range: range)
        }
      }
    }
    for (number, file) in set.files.enumerated() where Self.isScript(file) {
      all += commands(file.text, on: file.server).map { command in
        Placed(server: file.server, command: command) { PlacedSet.place($0, inFile: number) }
      }
    }
    for file in set.files { created[file.server, default: CreatedPaths()].add(file.path) }
    for placed in all { created[placed.server, default: CreatedPaths()].add(placed.command) }
    addRemoteCommands(to: set.servers.map(\.name))
  }

  /// What a machine copies to another one, or runs there by `ssh`, counts for every server: which
  /// one it is stands in a variable of a loop, as a rule.
  private mutating func addRemoteCommands(to servers: [String]) {
    let control = all.filter { $0.server == "control" }.map(\.command)
    for server in servers {
      for command in control { created[server, default: CreatedPaths()].add(command) }
    }
  }

  /// Returns what is made on a server.
  func created(on server: String) -> CreatedPaths { created[server] ?? CreatedPaths() }

  /// Names of variables that commands on a server set.
  func variables(on server: String) -> Set<String> {
    all.reduce(into: []) { names, placed in
      if placed.server == server { names.formUnion(placed.command.assigned) }
    }
  }

  /// Files that `docker compose --env-file` on a server takes variables from, without a leading `/`.
  func environmentFiles(on server: String) -> [String] {
    all.filter { $0.server == server && $0.command.name.hasPrefix("docker") }.flatMap {
      placed -> [String] in
      let words = placed.command.words.map(\.text)
      return zip(words, words.dropFirst()).compactMap { option, path in
        guard option == "--env-file", !path.contains("*") else { return nil }
        return FilePath.joined(placed.command.folder ?? "", path)
      }
    }
  }

  /// Units of systemd that commands on a server start, without `.service`, each with its place.
  func units(on server: String) -> [(name: String, place: Location)] {
    all.filter { $0.server == server }.flatMap { placed -> [(String, Location)] in
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

  /// A session with blanks in the place of what is no command: lines without a prompt, and prompts.
  private static func withoutOutput(_ text: [UInt8]) -> [UInt8] {
    var kept = text
    var isContinued = false
    for line in LogicalLine.physicalLines(of: text) {
      let content = text[line]
      let prompt = content.prefix { $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "#") }
      let end = prompt.endIndex + 1
      let hasPrompt =
        end < line.upperBound && text[end] == UInt8(ascii: " ")
        && !prompt.contains(UInt8(ascii: " "))
      let blank = isContinued ? line.lowerBound : hasPrompt ? end : line.upperBound
      for index in line.lowerBound..<blank { kept[index] = UInt8(ascii: " ") }
      isContinued = (hasPrompt || isContinued) && content.last == UInt8(ascii: "\\")
    }
    return kept
  }

  private static func isScript(_ file: PlacedFile) -> Bool {
    file.kind == .format("shell") || file.text.starts(with: "#!".utf8)
  }
}
