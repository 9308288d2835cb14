import ArgumentParser
import DocBuild
import Pipeline

extension OwnSchema: ExpressibleByArgument {}

/// `docbuild schema`: a JSON Schema of one of our own files.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema of docbuild's own files, for editors."
  )

  @Option(help: "The folder of docbuild.yml; by default the nearest one, here or above.")
  var project: String?

  @Argument(help: "The file: keys, servers, data, customer or project.")
  var file: OwnSchema

  func run() async throws {
    if let text = file.commonText { return try printData(text) }
    let result = try await Build.run(try ProjectOptions.request(for: project), until: .load)
    try printData(file.text(for: result.compilation))
  }
}
