import Diagnostics
import Testing

/// The files of `Fixtures/variables`: the first line names the revision and the errors with their
/// places, counted from that line.
@Suite struct VariableCaseTests {
  static let names = (try? Fixtures.names(in: Fixtures.folder + "/variables")) ?? []

  @Test func `there are broken files and sound ones`() {
    #expect(Self.names.count { !$0.hasPrefix("sound-") } >= 40)
    #expect(Self.names.count { $0.hasPrefix("sound-") } >= 15)
  }

  @Test(arguments: names)
  func `a file of variables gives exactly the errors that it expects`(name: String) async throws {
    let text = try Fixtures.text(Fixtures.folder + "/variables/" + name)
    let head = "# Page\n\n```yaml file=vars.yml\n"
    let words = text.prefix { $0 != "\n" }.dropFirst(2).split(separator: ":", maxSplits: 1)
    let expectation = try #require(words.last).drop { $0 == " " }
    let catalogs = ["new": "matrix-playbook-2026-08-22", "old": "matrix-playbook-2026-02-11"]
    let catalog = try #require(catalogs[String(words[0])])
    let project = try TemporaryProject(["page.md": head + text + "```\n"], catalog: catalog)
    let page = SourceFile(path: "", bytes: Array((head + text).utf8))
    let errors = try await project.check(page: "page.md").filter { $0.severity == .error }
    let found = errors.map { finding in
      let position = page.position(at: finding.location.range.lowerBound)
      return "\(finding.rule) \(position.line - 3):\(position.column)"
    }
    let expected = expectation == "ok" ? [] : expectation.split(separator: "; ").map(String.init)
    #expect(found == expected, "\(errors.map(\.message))")
  }
}
