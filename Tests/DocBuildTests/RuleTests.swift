import Diagnostics
import Testing

@testable import DocBuild

@Suite struct RuleTests {
  /// What programs refuse is found by running them: `VerificationTests` has those examples.
  @Test(arguments: Rule.all.map(\.id).filter { !$0.hasPrefix("verify/") })
  func `the example of a rule fires it, and the fixed one does not`(id: String) async throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    let findings = try await Self.findings(of: rule.fires)
    #expect(findings.map(\.rule).contains(rule.id))
    #expect(findings.flatMap(Wording.faults) == [])
    #expect(try await !Self.findings(of: rule.fixed).map(\.rule).contains(rule.id))
  }

  private static func findings(of example: Rule.Example) async throws -> [Diagnostic] {
    let isPage = example.path == "page.md"
    var files = [example.path: example.text]
    for file in example.beside { files[file.path] = file.text }
    let hasCatalog = example.beside.contains { $0.path.hasPrefix("catalogs/") }
    let catalog = hasCatalog ? "shop" : TemporaryProject.catalog
    return try await TemporaryProject(files, catalog: catalog).check(page: isPage ? "page.md" : nil)
  }

  @Test func `rules are said in sentences`() {
    for rule in Rule.all {
      #expect(rule.reports.first?.isLowercase == false, "\(rule.id)")
      #expect(rule.reports.hasSuffix(".") && rule.why.hasSuffix("."), "\(rule.id)")
    }
  }

  @Test func `every rule of the sources is listed`() throws {
    var declared: Set<String> = []
    for (_, text) in try Fixtures.tree("\(Fixtures.package)/Sources") {
      let matches = String(decoding: text, as: UTF8.self)
        .matches(of: /\bRule\(\s*"([a-z-]+\/[a-z-]+)"/)
      declared.formUnion(matches.map { String($0.1) })
    }
    #expect(declared.count > 200)
    #expect(declared.subtracting(Rule.all.map(\.id)).sorted() == [])
  }

  @Test func `rules are in order, each once`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }
}
