import Diagnostics
import Foundation
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline
@testable import Site
@testable import Verify

/// What the site says of verification: only what a real program accepted, for exactly these bytes.
@Suite struct VerificationRecordTests {
  private static let checkers = """
    title: T
    scales: [{ id: one }]
    verify:
      checkers:
        - { name: words, files: "**/motd", run: [grep, -q, welcome, "{file}"] }
        - { name: shell, fences: bash, run: [sh, -n, "{file}"] }

    """

  private static func guide(_ greeting: String) -> String {
    "# M\n\n```text file=/etc/motd host=web\n\(greeting)\n```\n\n```bash host=web\necho one\n```\n"
  }

  private static func project(_ greeting: String) throws -> TemporaryProject {
    try TemporaryProject([
      "docbuild.yml": checkers,
      "data/servers.yml": "web: { title: Web, name: \"web{index}\" }\n",
      "data/one.yml": "servers: { web: { count: 2 } }\n", "guides/1-a/1-a.md": guide(greeting),
    ])
  }

  /// Verifies a project, and returns what stands in the file of the record.
  private static func record(of project: TemporaryProject) async throws -> String {
    let build = try await Build.run(BuildRequest(project: project.folder))
    var record = VerificationRecord()
    try await Verification([build.compilation]).note(in: &record, on: "2001-02-03")
    return record.text
  }

  /// The page of a project with a record.
  private static func page(of project: TemporaryProject, _ record: String) async throws -> String {
    var request = BuildRequest(project: project.folder)
    request.verified = "\(project.folder)/verified.tsv"
    try Publisher.publish(Array(record.utf8), to: request.verified)
    let set = try #require(try await Build.site(request).sets.first)
    let pages = set.pages(among: ComparedScales([set]), set.compiled.files(for: .show))
    let page = try #require(pages.first { $0.frame.path == "verified.html" })
    return String(decoding: page.content, as: UTF8.self)
  }

  private static func report(
    of project: TemporaryProject,
    _ record: String
  ) async throws -> Report {
    var request = BuildRequest(project: project.folder)
    request.verified = "\(project.folder)/verified.tsv"
    request.requiresVerified = true
    try Publisher.publish(Array(record.utf8), to: request.verified)
    return try await Build.run(request).report
  }

  @Test func `without a record nothing is verified`() async throws {
    let project = try Self.project("welcome")
    let page = try await Self.page(of: project, "")
    #expect(page.contains("Not verified: there is no record"))
    #expect(page.contains("words: not verified") && !page.contains("accepted by"))
  }

  @Test func `a record tells the program, its version and the day`() async throws {
    let project = try Self.project("welcome")
    let page = try await Self.page(of: project, try await Self.record(of: project))
    #expect(page.contains("Real programs accepted every file that one of them can judge: 1 of 1"))
    let version = page.firstMatch(of: #/words: accepted by grep [0-9]+\.[0-9]\S* on 2001-02-03/#)
    #expect(version != nil, "\(page)")
  }

  @Test func `a record counts for the bytes that were judged alone`() async throws {
    let record = try await Self.record(of: try Self.project("welcome"))
    let page = try await Self.page(of: try Self.project("welcome all"), record)
    #expect(page.contains("words: not verified"))
    #expect(page.contains("The rest is not verified"))
  }

  @Test func `what a program refuses is forgotten`() async throws {
    let project = try Self.project("farewell")
    let build = try await Build.run(BuildRequest(project: project.folder))
    var record = VerificationRecord()
    let config = build.compilation.project.config.verify
    let jobs = VerificationPlan(build.compilation.sets, config).jobs
    for job in jobs {
      let name = job.checker.name
      record.note(.init(checker: name, program: "p 1.0", day: "2001-01-01"), for: job.digest)
    }
    #expect(record.text.split(separator: "\n").count == 2)
    try await Verification([build.compilation]).note(in: &record, on: "2001-02-03")
    #expect(record.text.split(separator: "\n").map { $0.split(separator: "\t")[1] } == ["shell"])
  }

  @Test func `a program that accepts one file vouches for no other`() async throws {
    let project = try TemporaryProject([
      "docbuild.yml": Self.checkers,
      "data/servers.yml": "web: { title: Web, name: \"web{index}\" }\n",
      "data/one.yml": "servers: { web: { count: 1 } }\n",
      "guides/1-a/1-a.md": Self.guide("welcome")
        + "\n```text file=/srv/motd host=web\nfarewell\n```\n",
    ])
    let record = try await Self.record(of: project)
    #expect(record.split(separator: "\n").count { $0.contains("\twords\t") } == 1)
    let page = try await Self.page(of: project, record)
    #expect(page.contains("words: accepted by grep") && page.contains("words: not verified"))
  }

  @Test func `a damaged record vouches for nothing`() async throws {
    let project = try Self.project("welcome")
    let record = try await Self.record(of: project)
    let cut = record.split(separator: "\n").map { $0.dropLast(12) }.joined(separator: "\n")
    let page = try await Self.page(of: project, String(cut))
    #expect(page.contains("Not verified: there is no record"))
  }

  @Test func `the examples of the rule run`() async throws {
    let rule = try #require(Rule.all.first { $0.id == "verify/unverified" })
    for (example, count) in [(rule.fires, 1), (rule.fixed, 0)] {
      let project = try TemporaryProject([
        example.path: example.text, "data/servers.yml": "", "data/small.yml": "",
        "guides/1-a/1-a.md": "# M\n\n```text file=/etc/motd\nwelcome\n```\n",
      ])
      let found = try await Self.report(of: project, "").diagnostics.map(\.rule)
      #expect(found.filter { $0 == rule.id }.count == count, "\(found)")
    }
  }

  @Test func `where verification is required, what lacks it is a finding`() async throws {
    let project = try Self.project("welcome")
    let record = try await Self.record(of: project)
    #expect(try await Self.report(of: project, record).errorCount == 0)
    let messages = try await Self.report(of: project, "").diagnostics
      .filter { $0.severity == .error }.map(\.message)
    #expect(
      messages == [
        "missing record that `words` accepts `web1/etc/motd`",
        "missing record that `shell` accepts `web1/a/a.sh`",
      ]
    )
  }
}
