import ArgumentParser

/// The command `docbuild`.
@main
struct DocBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docbuild",
    abstract: "Compiles guides with typed placeholders and checks the configuration in them.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, ExtractCommand.self,
      ValuesCommand.self, DiffCommand.self, SchemaCommand.self,
    ]
  )
}
