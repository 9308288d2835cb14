import ArgumentParser
import Diagnostics
import DocBuild
import Machine
import Site

/// `docbuild diff`: what differs between two sets.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show the differences between two sets: values, files, sections."
  )

  @Option(help: "The folder of docbuild.yml; by default the nearest one, here or above.")
  var project: String?

  @Argument(help: "A set: SCALE, or SCALE:OVERLAY with the path of a customer's file.")
  var left: String

  @Argument(help: "The other set.")
  var right: String

  @Option(help: "The format of the output: text or html.")
  var format = Format.text

  /// How the difference is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case html
  }

  func run() async throws {
    let sites = (try await site(left), try await site(right))
    guard let difference = SetDifference(sites.0.sets.first, sites.1.sets.first) else {
      throw RequestMistake("expected the scale of the customer's overlay, found another")
    }
    switch format {
    case .text: try printResult(DifferencePrinter.text(difference))
    case .html: try printData(DifferencePrinter.html(difference))
    }
  }

  private func site(_ set: String) async throws -> Site {
    let parts = set.split(separator: ":", maxSplits: 1).map(String.init)
    var options = ProjectOptions()
    options.project = project
    options.scales = [parts.first ?? set]
    options.customers = Array(parts.dropFirst())
    options.isFinal = false
    return try await soundSite(try options.request())
  }
}
