import Diagnostics
import Foundation
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline
@testable import Site

/// Pages made from data are there where they have content, and say numbers in the right form.
@Suite struct NeededPageTests {
  private static let web = """
    web:
      title: Web
      document: guide
      name: "web{index}"
      fields: { ip: { type: ipv4, source: customer, hint: "CHANGE_TO_WEB_{index}", example: "10.0.0.{index}", about: Address. } }
      listens: [{ port: 443, from: [clients], about: Pages, unbound: Not shown. }]

    """

  private static func site(_ files: [String: String]) async throws -> [String: String] {
    let standard = [
      "docbuild.yml": "title: T\nscales: [{ id: one, title: One }]\n",
      "data/keys.yml": "{}\n", "data/servers.yml": "{}\n", "data/common.yml": "{}\n",
      "data/one.yml": "{}\n", "guides/1-guide/1-start.md": "# Start\n\nText.\n",
    ]
    let project = try TemporaryProject(standard.merging(files) { $1 })
    let output = project.folder + "/site"
    let build = try await Build.publish(BuildRequest(project: project.folder), to: output)
    #expect(build.report.errorCount == 0, "\(build.report.diagnostics.map(\.message))")
    return try Fixtures.tree(output).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static func generated(_ site: [String: String]) -> [String] {
    site.keys.compactMap { path in
      let name = path.hasPrefix("one/") ? String(path.dropFirst(4)) : ""
      return GeneratedPage.paths.contains(name) ? name : nil
    }.sorted()
  }

  @Test func `a project of chapters has no page made from data, and no link to one`() async throws {
    let site = try await Self.site([:])
    #expect(Self.generated(site) == ["404.html", "index.html"])
    let start = try #require(site["one/guide/start.html"])
    let paper = try #require(site["one/print.html"])
    for page in GeneratedPage.all where !page.summary.isEmpty {
      #expect(!start.contains(page.path) && !paper.contains(page.title))
      #expect(site["one/llms.txt"]?.contains(page.path) == false)
    }
    #expect(!start.contains("Reference") && !start.contains("On this page"))
    #expect(!start.contains("users") && !start.contains("One"))
    #expect(!paper.contains("Marked values"))
  }

  @Test func `values bring the pages that show them`() async throws {
    let site = try await Self.site([
      "data/keys.yml": "host.name: { type: fqdn, source: customer, hint: CHANGE_TO_NAME, "
        + "example: a.example.org, about: A name. }\n",
      "guides/1-guide/1-start.md": "# Start\n\nThe <<host.name>>.\n",
    ])
    #expect(Self.generated(site) == ["404.html", "index.html", "values.html"])
    #expect(site["one/print.html"]?.contains("Marked values") == true)
  }

  @Test func `servers bring theirs, and one is not several`() async throws {
    let site = try await Self.site([
      "docbuild.yml": "title: T\nscales: [{ id: one, title: One, users: 1 }]\n",
      "data/servers.yml": Self.web, "data/one.yml": "servers: { web: { count: 1 } }\n",
      "guides/1-guide/1-start.md": "# Start\n\n```text file=/etc/motd host=web\nhello\n```\n",
    ])
    let expected = [
      "404.html", "addresses.html", "files.html", "firewall.html", "hosts.html", "index.html",
      "inventory.html", "topology.html", "values.html",
    ]
    #expect(Self.generated(site) == expected)
    #expect(site["one/topology.html"]?.contains("1 server in 1 group.") == true)
    #expect(site["one/guide/start.html"]?.contains("For 1 user.") == true)
    #expect(site["one/files.html"]?.contains("1 file,") == true)
    // A group that is reached from one place is drawn with its line.
    let topology = try #require(site["one/topology.html"])
    #expect(topology.contains("class=\"edge\"") && !topology.contains("Without lines"))
  }

  @Test func `a page that one scale alone fills is there at every scale`() async throws {
    let site = try await Self.site([
      "docbuild.yml": "title: T\nscales: [{ id: one, title: One }, { id: two, title: Two }]\n",
      "data/keys.yml": "disk.big: { type: bool, source: scale, about: Whether it is. }\n",
      "data/one.yml": "disk: { big: false }\n", "data/two.yml": "disk: { big: true }\n",
      "guides/1-guide/1-start.md":
        "# Start\n\n<<if disk.big>>\n\n```text file=/etc/motd\nhello\n```\n\n<<end>>\n",
    ])
    #expect(Self.generated(site) == ["404.html", "differences.html", "files.html", "index.html"])
    #expect(site["one/files.html"]?.contains("0 files") == true)
    #expect(site["one/guide/start.html"]?.contains("href=\"../differences.html\"") == true)
  }
}
