import Diagnostics
import Foundation
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline
@testable import Site

/// The pages that are made from data, of a project with two scales.
@Suite struct GeneratedPageTests {
  private static func site() async throws -> [String: String] {
    let project = try TemporaryProject([
      "docbuild.yml": """
      title: T
      scales: [{ id: one, title: One, users: 10 }, { id: two, title: Two, users: 20 }]
      documents: [{ id: a, title: A }]
      verify:
        checkers: [{ name: cat, files: "**/motd", run: [cat, "{file}"] }]
        unjudged: [{ files: ["**/other"], reason: Nobody reads it }]

      """,
      "data/servers.yml": """
      web:
        title: Web <servers>
        document: a
        name: "web{index}"
        fields: { ip: { type: ipv4, source: customer, hint: "CHANGE_TO_WEB_{index}", example: "10.0.0.{index}", about: Address. } }
        listens: [{ port: 443, from: [internet, db], about: Pages }, { port: 22, from: [admin], about: SSH }]
      db:
        title: Database
        document: a
        name: "db{index}"
        fields: {}
        listens: [{ port: 5432, from: [web], about: SQL }, { port: 22, from: [admin], about: SSH }]

      """,
      "data/keys.yml": """
      net.gateway: { type: ipv4, source: common, about: The gateway. }
      net.name: { type: string, source: common, about: A name. }

      """,
      "data/common.yml": "net: { gateway: 10.0.0.99, name: x }\n",
      "data/one.yml": "servers: { web: { count: 1 }, db: { count: 1 } }\n",
      "data/two.yml": "servers: { web: { count: 3 }, db: { count: 2 } }\n",
      "guides/1-a/1-start.md": """
      # Start

      See [the end](2-end.md#more), <<net.gateway>> and <<net.name>>.

      ```text file=/etc/motd host=web
      hello
      ```

      ```text file=/etc/other host=web
      hello
      ```

      """,
      "guides/1-a/img/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "guides/1-a/2-end.md":
        "---\nredirect_from: old/place\n---\n# End\n\n## More\n\nBack to [the start](1-start.md).\n",
    ])
    let build = try await Build.publish(
      BuildRequest(project: project.folder),
      to: project.folder + "/site"
    )
    #expect(build.report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try Fixtures.tree(project.folder + "/site").mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `the drawing has the same geometry at every scale`() async throws {
    let site = try await Self.site()
    func geometry(_ page: String) throws -> [Substring] {
      let page = try #require(site[page])
      let start = try #require(page.firstRange(of: "<svg class=\"drawing\""))
      let svg = page[start.lowerBound...]
      let end = try #require(svg.firstRange(of: "</svg>"))
      return svg[..<end.lowerBound].split(separator: "<").filter {
        $0.hasPrefix("rect") || $0.hasPrefix("path") || $0.hasPrefix("text")
      }.map { $0.prefix { $0 != ">" } }
    }
    let one = try geometry("one/topology.html")
    #expect(one.count { $0.hasPrefix("rect") } == 4)
    #expect(try one == geometry("two/topology.html"))
    let two = try #require(site["two/topology.html"])
    #expect(two.contains("3 × web1 – web3") && two.contains("Web &lt;servers&gt;"))
    #expect(two.contains("<a href=\"a/start.html\">"))
    #expect(two.contains("Internet to Web &lt;servers&gt;: 443/tcp"))
  }

  @Test func `addresses and hosts name every server`() async throws {
    let site = try await Self.site()
    let addresses = try #require(site["two/addresses.html"])
    for text in ["10.0.0.99", "net.gateway", "WEB_1", "WEB_2", "WEB_3"] {
      #expect(addresses.contains(text), "\(text)")
    }
    #expect(!addresses.contains("net.name"))
    let hosts = try #require(site["two/hosts.html"])
    #expect(hosts.contains("web3\n"))
    #expect(try !#require(site["one/hosts.html"]).contains("web2"))
  }

  @Test func `what judges a file, or why nothing does, stands beside it`() async throws {
    let page = try #require(try await Self.site()["one/verified.html"])
    #expect(page.contains("cat: not verified") && page.contains("None: Nobody reads it"))
    #expect(page.contains("cat {file}"))
  }

  @Test func `every rule stands on the page of rules once`() async throws {
    let page = try #require(try await Self.site()["rules.html"])
    for rule in Rule.all {
      let anchor = "id=\"\(rule.id.replacing("/", with: "-"))\""
      #expect(page.split(separator: anchor, omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test func `the page for paper holds every chapter, and its links lead within it`() async throws {
    let site = try await Self.site()
    let page = try #require(site["one/print.html"])
    for id in ["a/start", "a/end", "a/end:more", "topology", "verified"] {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(page.contains("href=\"#a/end:more\"") && page.contains("href=\"#a/start\""))
    #expect(!page.contains("id=\"404\""))
    let sheets = try #require(site["one/assets/print-sheets.css"])
    #expect(sheets.contains("content: \"T · One\""))
  }

  @Test func `a set has a page for addresses without one`() async throws {
    let site = try await Self.site()
    #expect(try #require(site["one/404.html"]).contains("href=\"a/index.html\""))
  }

  @Test func `a former place of a chapter leads to it, and files beside chapters are copied`()
    async throws
  {
    let site = try await Self.site()
    let moved = try #require(site["two/old/place.html"])
    #expect(moved.contains("href=\"../a/end.html\"") && moved.contains("../assets/moved.js"))
    #expect(site["two/assets/moved.js"] != nil)
    #expect(site["two/a/img/plan.svg"] == "<svg xmlns='http://www.w3.org/2000/svg'/>")
  }

  @Test func `pages say when they changed last, and a shallow clone cannot tell`() async throws {
    let project = try TemporaryProject([
      "docbuild.yml": "title: T\nscales: [{ id: one, title: One }]\nlast_change: git\n",
      "guides/1-a/1-start.md": "# Start\n", "guides/1-a/2-new.md": "# New\n",
    ])
    func git(_ command: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-euc", command]
      process.currentDirectoryURL = URL(filePath: project.folder)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    func written() async throws -> [String: String] {
      try await Build.publish(
        BuildRequest(project: project.folder),
        to: project.folder + "/site"
      )
      return try Fixtures.tree(project.folder + "/site")
        .mapValues { String(decoding: $0, as: UTF8.self) }
    }
    await #expect(throws: MachineFailure.self) { try await written() }
    try git(
      """
      git init -q . && git config user.name n && git config user.email e@example.org
      git add guides/1-a/1-start.md docbuild.yml
      GIT_COMMITTER_DATE='2026-03-04T23:30:00+0000' git commit -q -m one
      """
    )
    let site = try await written()
    #expect(try #require(site["one/a/start.html"]).contains("datetime=\"2026-03-04\""))
    #expect(try !#require(site["one/a/new.html"]).contains("<time"))
    let whole = try await Build.site(BuildRequest(project: project.folder))
    let page = project.folder + "/one.html"
    #expect(try Bundle.writeSingleFile(whole, to: page) == [])
    #expect(try Fixtures.text(page).contains("datetime=\"2026-03-04\""))
    try git("git commit -q --allow-empty -m two; mkdir c; git clone -q --depth 1 file://$PWD c/d")
    await #expect(throws: MachineFailure.self) {
      try await Build.site(BuildRequest(project: project.folder + "/c/d"))
    }
  }
}
