import ArgumentParser
import DocBuild
import Pipeline

/// `docbuild extract`: writes the real files of a set, a folder a host.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the files that the guides show, one folder per host."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The folder to write the files to.", transform: outputPath)
  var out: String

  @Option(help: "A file to write the commands of the guides to, as JSON.", transform: outputPath)
  var commands: String?

  func run() async throws {
    let compilation = try await sound(try options.request()).compilation
    try requireOne(compilation.sets.count)
    try Extraction.writeFiles(of: compilation, to: out)
    if let commands { try Extraction.writeCommands(of: compilation, to: commands) }
  }
}
