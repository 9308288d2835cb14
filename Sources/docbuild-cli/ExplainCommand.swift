import ArgumentParser
import DocBuild
import Machine
import Pipeline

/// `docbuild explain`: a rule's page, or a key with its values.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a key with its values, or list the rules."
  )

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: "A rule such as vars/unknown, or a key such as net.gateway; without one, lists all rules."
  )
  var name: String?

  func run() async throws {
    guard let name else { return try printResult(Explanation.ofAllRules + "\n") }
    if name.contains("/") {
      guard let page = Explanation.ofRule(name) else {
        throw RequestMistake(Explanation.unknownRule(name))
      }
      try printResult(page + "\n")
    } else {
      let result = try await Build.run(try options.request(), until: .compile)
      guard let page = Explanation.ofKey(name, in: result.compilation) else {
        throw RequestMistake(Explanation.unknownKey(name, in: result.compilation))
      }
      try printResult(page + "\n")
    }
  }
}
