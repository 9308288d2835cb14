import ArgumentParser
import DocBuild

/// `docbuild extract`: writes the real files of a set, a folder a host.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the files that the guides show, a folder a host."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The folder that the files are written to.")
  var out: String

  @Option(help: "A file for the commands of the guides, as JSON.")
  var commands: String?

  func validate() throws {
    guard options.scales.count == 1 || options.customers.count == 1 else {
      throw ValidationError("Name one set: --scale S, or --customer FILE.")
    }
  }

  func run() async throws {
    try await reporting {
      let result = try await sound(try options.request())
      try Extraction.writeFiles(of: result, to: out)
      if let commands { try Extraction.writeCommands(of: result, to: commands) }
    }
  }
}
