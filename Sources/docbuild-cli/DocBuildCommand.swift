import ArgumentParser

/// The command `docbuild`.
@main
struct DocBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docbuild",
    abstract: "Compiles guides with typed placeholders and checks the configuration in them.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, ExtractCommand.self,
      BundleCommand.self, VerifyCommand.self, ValuesCommand.self, DiffCommand.self,
      SchemaCommand.self, CatalogCommand.self,
    ]
  )
}
