import ArgumentParser
import DocBuild

/// `docbuild build`: compiles the sets and writes the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile the guides and write the site."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The folder that the site is written to.")
  var out = "build/site"

  func run() throws {
    try reporting { try options.soundBuild().write(to: out) }
  }
}
