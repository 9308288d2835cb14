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

  @Flag(help: "Print only findings, without progress and summary.")
  var quiet = false

  @Flag(help: "Print the processor time of each phase to standard error.")
  var timings = false

  func run() async throws {
    var request = try options.request()
    request.output = out
    request.prunes = prune
    record.apply(to: &request)
    let line = quiet ? nil : ProgressLine()
    if let line { request.progress = { line.show($0) } }
    let start = ContinuousClock.now
    let result: BuildResult
    do {
      result = try await Build.run(request, until: .publish)
    } catch {
      line?.clear()
      throw error
    }
    line?.clear()
    try report(result)
    for path in result.leftovers {
      let folder = path.isEmpty ? out : "\(out)/\(path)"
      say(
        prune
          ? "\(folder): removed"
          : "\(folder): the project can no longer make this set; --prune removes it"
      )
    }
    if !quiet { say(summary(of: result.published, since: start)) }
    guard timings else { return }
    for phase in Phase.allCases {
      printError("\(phase.rawValue) \(result.clock.seconds(of: phase))\n")
    }
  }

  /// What was written, where, and how long it took.
  private func summary(
    of published: BuildResult.Published,
    since start: ContinuousClock.Instant
  ) -> String {
    let time = ContinuousClock.now - start
    let tenths =
      time.components.seconds * 10 + time.components.attoseconds / 100_000_000_000_000_000
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let contents = [
      counted(published.pages, "page"), counted(published.files, "other file"),
    ].joined(separator: " and ")
    return "docbuild: wrote \(counted(published.sets, "set")) with \(contents) to \(out) "
      + "in \(tenths / 10).\(tenths % 10) s"
  }
}
