import Diagnostics
import DocBuild
import Testing

@Suite struct RuleTests {
  @Test(arguments: Rule.all.map(\.id))
  func `the example of a rule fires it, and the mended one does not`(id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    #expect(try Self.rules(firedBy: rule.fires).contains(rule.id))
    #expect(try !Self.rules(firedBy: rule.fixed).contains(rule.id))
  }

  private static func rules(firedBy example: Rule.Example) throws -> [String] {
    let isPage = example.path == "page.md"
    var files = [example.path: example.text]
    // What two documents show needs a second one.
    if example.text.contains("host=nowhere") {
      files["guides/1-a/1-a.md"] = example.text
      files["guides/2-b/1-b.md"] = example.text
      return try TemporaryProject(files).check().map(\.rule)
    }
    if example.path == "data/keys.yml" {
      files["data/common.yml"] =
        "net: { gateway: 10.0.0.9 }\nip: { one: 10.0.0.1, two: 10.0.0.1 }\n"
    }
    return try TemporaryProject(files).check(page: isPage ? "page.md" : nil).map(\.rule)
  }

  @Test func `rules stand in order and once`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }
}
