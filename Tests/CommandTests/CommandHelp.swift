import Foundation

/// The subcommands and options of the program, as it lists them itself.
struct CommandHelp {
  /// Each option with its subcommand, such as `values new` and `--scale`; a subcommand without
  /// options stands with its own last word.
  let options: [(command: String, option: String)]

  static func read() throws -> CommandHelp {
    let ending = try Shell.run("docbuild --experimental-dump-help", in: "/tmp")
    let tool = try JSONDecoder().decode(Tool.self, from: Data(ending.output.utf8))
    return CommandHelp(options: tool.command.options(within: ""))
  }

  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    func options(within path: String) -> [(command: String, option: String)] {
      let inner = (subcommands ?? []).filter { $0.commandName != "help" }
      let own = (arguments ?? []).filter { $0.kind != "positional" }
        .flatMap { $0.names ?? [] }
        .filter { $0.kind == "long" && !["help", "version"].contains($0.name) }
        .map { (path, "--\($0.name)") }
      let below = inner.flatMap { command in
        command.options(
          within: path.isEmpty ? command.commandName : "\(path) \(command.commandName)"
        )
      }
      return own + below
    }
  }

  private struct Argument: Decodable {
    let kind: String
    let names: [Name]?
  }

  private struct Name: Decodable {
    let kind: String
    let name: String
  }
}
