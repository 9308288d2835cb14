import ArgumentParser
import Diagnostics
import DocBuild
import Glibc
import Machine
import Pipeline
import Verify

/// `docbuild verify`: lets the real programs judge the files of the guides.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run the real programs on the files that the guides show.",
    discussion: """
      The programs are those of `verify:` in docbuild.yml. Without --scale and --customer all \
      scales and the overlays in customers/ are verified.
      """
  )

  @OptionGroup var options: ProjectOptions

  @Flag(help: "Fail if a program is not installed, too.")
  var requireAll = false

  @Option(help: "The file to record accepted files in; `build` shows them to readers.")
  var record = BuildRequest.defaultRecord

  @Option(help: "The format of the result: text, json or markdown.")
  var format = Format.text

  @Option(help: "Print the packages that contain the programs, apt or pip, and verify nothing.")
  var packages: Packages?

  /// How the result is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  /// Where a package comes from.
  enum Packages: String, ExpressibleByArgument, CaseIterable {
    case apt, pip
  }

  func run() async throws {
    if let packages { return try await list(packages) }
    let compilations = try await soundCompilations()
    let showsProgress = isatty(STDERR_FILENO) == 1
    let verification = try await Verification(compilations) { done, all in
      if showsProgress { printError("\r\(done) of \(all)\(done == all ? "\n" : "")") }
    }
    try await note(verification)
    let table = VerificationTable(verification)
    switch format {
    case .text: try printResult(table.text())
    case .json: try printData(table.json())
    case .markdown: try printData(table.markdown())
    }
    printError(TextPrinter(colour: showsColour).print(verification.report))
    if verification.report.errorCount > 0 { throw ExitCode(1) }
    if requireAll, verification.hasSkipped {
      say("docbuild: some judgments were skipped, but --require-all requires all")
      throw ExitCode(70)
    }
  }

  /// Writes the record: anew where all sets were judged, else beside what it says of the others.
  private func note(_ verification: Verification) async throws {
    let isPart = !options.scales.isEmpty || !options.customers.isEmpty
    var known = isPart ? try VerificationRecord(readFrom: record) : VerificationRecord()
    await verification.note(in: &known, on: Day.today)
    try Publisher.publish(Array(known.text.utf8), to: record)
  }

  /// The template sets and the overlays of the project, or what the options name.
  private func soundCompilations() async throws -> [Compilation] {
    let request = try options.request()
    let first = try await sound(request).compilation
    if !options.scales.isEmpty || !options.customers.isEmpty { return [first] }
    var customers = request
    customers.customers = try request.exampleCustomers()
    return customers.customers.isEmpty ? [first] : [first, try await sound(customers).compilation]
  }

  private func list(_ source: Packages) async throws {
    let result = try await Build.run(try options.request(), until: .load)
    let programs = result.compilation.project.config.verify
    let packages = source == .apt ? programs.aptPackages : programs.pipPackages
    try printResult(packages.joined(separator: " ") + "\n")
  }
}
