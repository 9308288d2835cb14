import Diagnostics
import Testing

@testable import DocBuild

@Suite struct RuleTests {
  /// What programs refuse is found by running them: `VerificationTests` has those examples.
  @Test(arguments: Rule.all.map(\.id).filter { !$0.hasPrefix("verify/") })
  func `the example of a rule fires it, and the mended one does not`(id: String) async throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    #expect(try await Self.rules(firedBy: rule.fires).contains(rule.id))
    #expect(try await !Self.rules(firedBy: rule.fixed).contains(rule.id))
  }

  private static func rules(firedBy example: Rule.Example) async throws -> [String] {
    let isPage = example.path == "page.md"
    var files = [example.path: example.text]
    for file in example.beside { files[file.path] = file.text }
    // What two documents show needs a second one.
    if example.text.contains("host=nowhere") {
      files["guides/1-a/1-a.md"] = example.text
      files["guides/2-b/1-b.md"] = example.text
      return try await TemporaryProject(files).check().map(\.rule)
    }
    // Rules that hold scales against each other, or a whole project.
    if example.path.hasPrefix("guides/") {
      files["docbuild.yml"] =
        "title: T\nscales:\n  - { id: one, title: One }\n  - { id: two, title: Two }\n"
      files["data/servers.yml"] =
        "web: { title: Web, name: \"web{index}\", "
        + "listens: [{ port: 6379, from: [web], about: Redis }] }\n"
      files["data/one.yml"] = "servers: { web: { count: 1 } }\n"
      files["data/two.yml"] = "servers: { web: { count: 2 } }\n"
      files["data/keys.yml"] = """
        net.gateway: { type: ipv4, source: common, about: The gateway. }
        net.list: { type: list<int>, source: common, about: Numbers. }

        """
    }
    if example.path == "data/keys.yml" {
      files["data/common.yml"] =
        "net: { gateway: 10.0.0.9 }\nip: { one: 10.0.0.1, two: 10.0.0.1 }\n"
    }
    let catalog = example.beside.isEmpty ? TemporaryProject.catalog : "shop"
    return try await TemporaryProject(files, catalog: catalog).check(page: isPage ? "page.md" : nil)
      .map(\.rule)
  }

  @Test func `rules stand in order and once`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }
}
