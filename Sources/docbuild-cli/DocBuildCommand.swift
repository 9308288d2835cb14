import ArgumentParser
import Diagnostics

/// The command `docbuild`.
struct DocBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docbuild",
    abstract: "Compile guides with typed placeholders, and check the configuration in them.",
    discussion: """
      Exit codes: 0 clean, 1 errors in the content, 64 wrong usage, such as an unknown scale or \
      file, 70 the machine failed.
      """,
    version: Tool.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, ExtractCommand.self,
      BundleCommand.self, VerifyCommand.self, ValuesCommand.self, DiffCommand.self,
      SchemaCommand.self, CatalogCommand.self,
    ]
  )
}
