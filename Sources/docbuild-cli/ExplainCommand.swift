import ArgumentParser
import DocBuild

/// `docbuild explain`: a rule's page, or a key with its values.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, or a key with its values."
  )

  @OptionGroup var options: ProjectOptions

  @Argument(help: "A rule such as vars/unknown, or a key such as ip.haproxy_vip.")
  var name: String

  func run() throws {
    try reporting {
      if name.contains("/") {
        guard let page = Explanation.ofRule(name) else {
          throw ValidationError(Explanation.unknownRule(name))
        }
        print(page)
      } else {
        let build = try Build(try options.request())
        guard let page = Explanation.ofKey(name, in: build) else {
          throw ValidationError(Explanation.unknownKey(name, in: build))
        }
        print(page)
      }
    }
  }
}
