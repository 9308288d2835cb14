import ArgumentParser
import Diagnostics
import DocBuild
import Pipeline

/// `docbuild values`: what must be filled in, and an overlay to fill it in.
struct ValuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "List the values to fill in, or write an overlay for them.",
    subcommands: [ListValues.self, NewValues.self],
    defaultSubcommand: ListValues.self
  )
}

/// `docbuild values list`: the open values of the sets.
struct ListValues: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the values that are still open."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The format of the output: table, json or csv.")
  var format = Format.table

  /// How values are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  func run() async throws {
    let values = try await sound(try options.request()).compilation.openValues
    switch format {
    case .table: try printResult(OpenValueList.table(values))
    case .json: try printData(OpenValueList.json(values))
    case .csv: try printData(OpenValueList.csv(values))
    }
  }
}

/// `docbuild values new`: writes an overlay in which every value stands empty.
struct NewValues: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write an overlay with every value to fill in."
  )

  @OptionGroup var options: ProjectOptions

  @Argument(help: "The name of the customer: lower-case letters, digits and hyphens.")
  var name: String

  func validate() throws {
    guard options.scales.count == 1, options.customers.isEmpty else {
      throw ValidationError("expected the customer's scale: --scale S")
    }
  }

  func run() async throws {
    let path = try await sound(try options.request()).compilation.writeOverlay(named: name)
    try printResult(path + "\n")
  }
}
