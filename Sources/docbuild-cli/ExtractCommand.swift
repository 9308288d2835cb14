import ArgumentParser
import DocBuild

/// `docbuild extract`: writes the real files of a set, a folder a host.
struct ExtractCommand: ParsableCommand {
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

  func run() throws {
    try reporting {
      let build = try options.soundBuild()
      try build.extract(to: out)
      if let commands { try build.writeCommands(to: commands) }
    }
  }
}
