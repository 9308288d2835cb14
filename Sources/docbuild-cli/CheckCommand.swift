import ArgumentParser
import Diagnostics
import DocBuild
import Pipeline
import Verify

/// `docbuild check`: reports what is wrong and writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the guides, or single Markdown files."
  )

  @OptionGroup var options: ProjectOptions

  @Argument(help: "Markdown files; by default all guides.")
  var files: [String] = []

  @Option(help: "The format of the findings: text, json, sarif, github, gitlab or rdjson.")
  var format = Format.text

  @Option(help: "Check variables against this catalog, to see what an upgrade of the roles breaks.")
  var catalog: String?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Apply safe fixes: renamed variables, and keys that are one letter off.")
  var fix = false

  @Flag(
    inversion: .prefixedNo,
    help: "Run ShellCheck on scripts and commands, if it is installed."
  )
  var shellcheck = true

  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github
    case gitlab
    case rdjson
  }

  func run() async throws {
    for file in files { try requireFile(file, "a Markdown file") }
    var request = try options.request(forPages: files)
    request.isStrict = strict
    request.catalog = catalog
    request.runsShellCheck = shellcheck
    let result = try await Build.run(request)
    var report = result.report
    if fix {
      let (count, paths) = try SafeFixes.apply(report)
      for path in paths { say("\(path): changed") }
      if count > 0 { report = try await Build.run(request).report }
    }
    if let text = printed(report, site: result.compilation.project.config.address) {
      try printData(text)
    } else {
      printError(TextPrinter(colour: showsColour).print(report))
    }
    if report.errorCount > 0 { throw ExitCode(1) }
  }

  /// The findings for programs; nothing where people read them.
  private func printed(_ report: Report, site: String?) -> String? {
    switch format {
    case .text: nil
    case .json: JSONPrinter().print(report)
    case .sarif: SARIFPrinter(rules: Rule.all, site: site).print(report)
    case .github: GitHubPrinter().print(report)
    case .gitlab: GitLabPrinter().print(report)
    case .rdjson: RDJSONPrinter().print(report)
    }
  }
}
