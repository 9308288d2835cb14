import Diagnostics
import Testing

@testable import DocBuild
@testable import HTML
@testable import Pipeline
@testable import Site

@Suite struct PhaseTests {
  @Test func `the architecture names the phases in their order`() throws {
    let text = try Fixtures.text(Fixtures.package + "/ARCHITECTURE.md")
    let marked = try #require(text.split(separator: "<!-- phases -->\n").last)
    let rows = marked.prefix { $0 != "#" }.split(separator: "\n").prefix { $0.hasPrefix("|") }
    let names = rows.dropFirst(2).compactMap { $0.split(separator: "|").first }
      .map { $0.filter { !$0.isWhitespace } }
    #expect(names == Phase.allCases.map(\.rawValue))
  }

  @Test func `a check renders no chapter, and a site renders each`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\nText.\n"])
    let request = BuildRequest(project: project.folder)
    let checked = try await Build.run(request)
    let chapters = checked.compilation.sets.flatMap(\.chapters)
    #expect(chapters.count == 1 && chapters.allSatisfy(\.html.bytes.isEmpty))
    #expect(checked.site == nil && checked.clock.seconds(of: .fill) == 0)
    let site = try await Build.site(request)
    #expect(site.sets.flatMap(\.chapters).allSatisfy { !$0.html.bytes.isEmpty })
  }

  @Test func `a journey ends where it is asked to`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\n[no](2-b.md)\n"])
    let request = BuildRequest(project: project.folder)
    #expect(try await Build.run(request, until: .load).compilation.sets.isEmpty)
    let compiled = try await Build.run(request, until: .compile)
    #expect(compiled.compilation.sets.count == 1 && compiled.report.errorCount == 0)
    #expect(try await Build.run(request, until: .relate).report.errorCount == 1)
  }
}
