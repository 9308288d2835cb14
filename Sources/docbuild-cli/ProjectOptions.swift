import ArgumentParser
import Diagnostics
import DocBuild
import Glibc
import Machine
import Pipeline
import Site

/// The options that say what to compile.
struct ProjectOptions: ParsableArguments {
  @Option(help: "The folder of docbuild.yml; by default the nearest one upwards.")
  var project: String?

  @Option(name: .customLong("scale"), help: "A scale; by default all.")
  var scales: [String] = []

  @Option(name: .customLong("customer"), help: "An overlay of a customer; may be repeated.")
  var customers: [String] = []

  @Flag(name: .customLong("final"), help: "Demand every value that a customer gives.")
  var isFinal = false

  /// Returns the request that the options describe.
  func request() throws -> BuildRequest {
    var request = BuildRequest(project: try Self.folder(project))
    request.scales = scales
    request.customers = customers
    request.isFinal = isFinal
    return request
  }

  /// Returns the request for Markdown files, which need no project.
  func request(forPages files: [String]) throws -> BuildRequest {
    let isBare = !files.isEmpty && project == nil && scales.isEmpty && customers.isEmpty
    if isBare, BuildRequest.nearestProject() == nil { return BuildRequest(pages: files) }
    var request = try request()
    request.pages = files
    return request
  }

  /// Returns the folder of a project that is named, or the nearest one.
  static func folder(_ named: String?) throws -> String {
    guard let folder = named ?? BuildRequest.nearestProject() else {
      throw ValidationError("There is no docbuild.yml here; name its folder with --project.")
    }
    return folder
  }
}

/// The options about what `docbuild verify` noted.
struct RecordOptions: ParsableArguments {
  @Option(name: .customLong("verified"), help: "The record that `docbuild verify` wrote.")
  var file = BuildRequest.defaultRecord

  @Flag(help: "Fail where a real program could judge a file or a command and the record lacks it.")
  var requireVerified = false

  /// Puts the options into a request.
  func apply(to request: inout BuildRequest) {
    request.verified = file
    request.requiresVerified = requireVerified
  }
}

/// Runs the journey and prints what was found; an error in the content is exit code 1.
func sound(_ request: BuildRequest, until last: Phase = .relate) async throws -> BuildResult {
  let result = try await Build.run(request, until: last)
  printError(TextPrinter(colour: showsColour).print(result.report))
  guard result.report.errorCount == 0 else { throw ExitCode(1) }
  return result
}

/// Makes what pages are filled from, and prints what was found; an error in the content is exit
/// code 1.
func soundSite(_ request: BuildRequest) async throws -> Site {
  guard let site = try await sound(request, until: .fill).site else { throw ExitCode(1) }
  return site
}

/// Runs a command's work; a failure of the machine is one sentence and exit code 70, a request that
/// cannot be met is a usage error.
func reporting(_ work: () throws -> Void) throws {
  do { try work() } catch { throw reported(error) }
}

/// The same for work that waits.
func reporting(_ work: () async throws -> Void) async throws {
  do { try await work() } catch { throw reported(error) }
}

private func reported(_ error: any Error) -> any Error {
  switch error {
  case let failure as MachineFailure:
    printError("docbuild: \(failure)\n")
    return ExitCode(70)
  case let mistake as RequestMistake:
    return ValidationError(mistake.description)
  default:
    return error
  }
}

/// Writes to standard error.
func printError(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return }
    bytes = bytes.dropFirst(count)
  }
}

/// Whether standard error shows colours: on a terminal, unless `NO_COLOR` is set.
var showsColour: Bool {
  guard isatty(STDERR_FILENO) == 1 else { return false }
  return unsafe (getenv("NO_COLOR") == nil)
}
