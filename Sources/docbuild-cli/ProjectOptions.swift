import ArgumentParser
import Diagnostics
import DocBuild
import Machine
import Pipeline
import Site

/// The options that say what to compile.
struct ProjectOptions: ParsableArguments {
  @Option(help: "The folder of docbuild.yml; by default the nearest one, here or above.")
  var project: String?

  @Option(name: .customLong("scale"), help: "A scale; may be repeated; by default all.")
  var scales: [String] = []

  @Option(name: .customLong("customer"), help: "The overlay of a customer; may be repeated.")
  var customers: [String] = []

  @Flag(name: .customLong("final"), help: "Require every value that a customer gives.")
  var isFinal = false

  /// Returns the request that the options describe.
  ///
  /// - Throws: a ``RequestMistake`` where there is no such project or overlay.
  func request() throws -> BuildRequest {
    var request = try Self.request(for: project)
    for customer in customers {
      try requireFile(customer, "an overlay", among: ("\(request.project)/customers", ".yml"))
    }
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

  /// Returns the request for a project alone: one that is named, or the nearest one.
  static func request(for named: String?) throws -> BuildRequest {
    var request = BuildRequest(project: try folder(named))
    request.announce = { say("docbuild: \($0)") }
    return request
  }

  /// Returns the folder of a project that is named, or the nearest one.
  ///
  /// - Throws: a ``RequestMistake`` where it has no docbuild.yml.
  static func folder(_ named: String?) throws -> String {
    guard let named else {
      guard let nearest = BuildRequest.nearestProject() else {
        throw RequestMistake(
          "missing docbuild.yml, here and above; name its folder with --project"
        )
      }
      return nearest
    }
    guard !named.isEmpty else {
      throw RequestMistake(
        "expected the folder of docbuild.yml after --project, found an empty string"
      )
    }
    try requireFolder(named, "the folder of docbuild.yml")
    guard try Files.isPresent("\(named)/docbuild.yml") else {
      let inner = Files.exists("\(named)/content/docbuild.yml")
      let help = inner ? "; did you mean `\(named)/content`?" : ""
      throw RequestMistake("missing docbuild.yml in \(named)\(help)")
    }
    return named
  }
}

/// The options about what `docbuild verify` noted.
struct RecordOptions: ParsableArguments {
  @Option(name: .customLong("verified"), help: "The record that `docbuild verify` wrote.")
  var file = BuildRequest.defaultRecord

  @Flag(help: "Fail if the record lacks a file or a command that a real program can judge.")
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
  try report(result)
  return result
}

/// Prints what was found; an error in the content is exit code 1.
func report(_ result: BuildResult) throws {
  printError(TextPrinter(colour: showsColour).print(result.report))
  guard result.report.errorCount == 0 else { throw ExitCode(1) }
}

/// The sets that a command which is about one of them was given.
///
/// - Throws: a ``RequestMistake`` where they are none or several.
func requireOne(_ count: Int) throws {
  guard count == 1 else {
    throw RequestMistake("expected one set: --scale S, or --customer FILE")
  }
}

/// Makes what pages are filled from, and prints what was found; an error in the content is exit
/// code 1.
func soundSite(_ request: BuildRequest) async throws -> Site {
  guard let site = try await sound(request, until: .fill).site else { throw ExitCode(1) }
  return site
}
