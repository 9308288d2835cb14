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

  @Option(help: "The folder to write the site to.", transform: outputPath)
  var out = "build/site"

  @OptionGroup var record: RecordOptions

  @Flag(help: "Remove sets that the project can no longer make.")
  var prune = false

  @Flag(help: "Print the processor time of each phase to standard error.")
  var timings = false

  func run() async throws {
    var request = try options.request()
    request.output = out
    request.prunes = prune
    record.apply(to: &request)
    let result = try await sound(request, until: .publish)
    for path in result.leftovers {
      say(
        prune
          ? "\(out)/\(path): removed"
          : "\(out)/\(path): the project can no longer make this set; --prune removes it"
      )
    }
    guard timings else { return }
    for phase in Phase.allCases {
      printError("\(phase.rawValue) \(result.clock.seconds(of: phase))\n")
    }
  }
}
