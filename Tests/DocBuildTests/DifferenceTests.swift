import Testing

@testable import DocBuild
@testable import Pipeline
@testable import Site

@Suite struct DifferenceTests {
  private static func site(_ scale: String, customer: String? = nil) async throws -> Site {
    var request = BuildRequest(project: Fixtures.package + "/content")
    request.scales = [scale]
    request.customers = customer.map { [Fixtures.package + "/content/customers/\($0).yml"] } ?? []
    return try await Build.site(request)
  }

  @Test func `a set does not differ from itself`() async throws {
    let large = try await Self.site("large")
    let difference = try #require(SetDifference(large.sets.first, large.sets.first))
    #expect(difference.isEmpty)
    #expect(DifferencePrinter.text(difference) == "large and large are the same.\n")
  }

  @Test func `two scales differ in values, files and sections`() async throws {
    let (small, large) = (try await Self.site("small"), try await Self.site("large"))
    let difference = try #require(SetDifference(small.sets.first, large.sets.first))
    let processes = try #require(difference.values.first { $0.key == "synapse.processes" })
    #expect(processes.left == "25" && processes.right == "39")
    #expect(difference.values.contains { $0.key == "servers.livekit.count" })
    let pool = try #require(
      difference.files.first { $0.path == "etc/pgbouncer/pgbouncer.ini" }
    )
    #expect(pool.lines.contains { !$0.isRight && $0.text.contains("pool_size=60") })
    #expect(pool.lines.contains { $0.isRight && $0.text.contains("pool_size=150") })
    #expect(difference.files.contains { $0.host == "livekit4" && $0.onlyIn == "large" })
    #expect(difference.sections.contains { $0.page == "architecture/servers.html#sizes" })
    #expect(!difference.sections.contains { $0.page == "operations/database.html#look" })
    let html = DifferencePrinter.html(difference)
    #expect(html.contains("<ins>+ ") && html.contains("<del>- "))
  }

  @Test func `two customers of different scale differ in their names`() async throws {
    let acme = try await Self.site("large", customer: "acme")
    let nordwind = try await Self.site("small", customer: "nordwind")
    let difference = try #require(SetDifference(acme.sets.first, nordwind.sets.first))
    let name = try #require(difference.values.first { $0.key == "host.domain" })
    #expect(name.left == "chat.acme.example" && name.right == "nordwind.example")
  }

  @Test func `lines that moved nowhere are not listed`() {
    let lines = SetDifference.lines(Array("a\nb\nc\n".utf8), Array("a\nx\nc\nd\n".utf8))
    #expect(
      lines.map { "\($0.isRight ? "+" : "-")\($0.number)\($0.text)" } == ["-2b", "+2x", "+4d"]
    )
  }
}
