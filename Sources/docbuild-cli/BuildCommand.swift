import ArgumentParser
import DocBuild
import Pipeline

/// `docbuild build`: compiles the sets and writes the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile the guides and write the site."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The folder that the site is written to.", transform: outputPath)
  var out = "build/site"

  @OptionGroup var record: RecordOptions

  @Flag(help: "Say where the processor time went, on standard error.")
  var timings = false

  func run() async throws {
    try await reporting {
      var request = try options.request()
      request.output = out
      record.apply(to: &request)
      let result = try await sound(request, until: .publish)
      guard timings else { return }
      for phase in Phase.allCases {
        printError("\(phase.rawValue) \(result.clock.seconds(of: phase))\n")
      }
    }
  }
}
