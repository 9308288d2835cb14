import ArgumentParser
import Diagnostics
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
    try reporting {
      let build = try Build(try options.request())
      let report = build.report
      printError(TextPrinter(colour: showsColour).print(report))
      guard report.errorCount == 0 else { throw ExitCode(1) }
      try build.write(to: out)
    }
  }
}
