public import ArgumentParser
public import DocBuild

extension OwnSchema: ExpressibleByArgument {}

/// `docbuild schema`: a JSON Schema of one of our own files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema of docbuild's own files, for editors."
  )

  @Option(help: "The folder of docbuild.yml; by default the nearest one upwards.")
  var project: String?

  @Argument(help: "The file: keys, servers, data, customer or project.")
  var file: OwnSchema

  func run() throws {
    try reporting {
      var options = ProjectOptions()
      options.project = project
      options.scales = []
      options.customers = []
      options.isFinal = false
      print(file.text(for: try Build(try options.request())), terminator: "")
    }
  }
}
