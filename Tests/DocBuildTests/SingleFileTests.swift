import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import HTML
@testable import Machine
@testable import Pipeline
@testable import Site

/// A set in one file: the same bytes each time, nothing outside of it, everything inside.
@Suite struct SingleFileTests {
  /// Two chapters that lead to each other, to a picture, to a document and to a file of a server.
  private static func project(_ files: [String: String] = [:]) throws -> TemporaryProject {
    let standard = [
      "guides/1-a/1-one.md": """
      # One

      [Two](../2-b/1-two.md#the-end), [values](set:values.html), ![plan](img/plan.svg),
      [all](plan.pdf), [out](https://example.org/?a=1#b).

      ## A file

      ```text file=/etc/motd
      Reach <<ip.haproxy_vip>>.
      ```

      """,
      "guides/1-a/img/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
      "guides/1-a/plan.pdf": "%PDF\n",
      "guides/2-b/1-two.md": "# Two\n\n[Back](../1-a/1-one.md)\n\n## The end\n\nText.\n",
    ]
    return try TemporaryProject(standard.merging(files) { $1 })
  }

  private static func page(_ project: TemporaryProject) async throws -> [UInt8] {
    let path = "\(project.folder)/out/one.html"
    let site = try await Build.site(BuildRequest(project: project.folder))
    #expect(try Bundle.writeSingleFile(site, to: path) == [])
    #expect(try Bundle.check(path) == [])
    #expect(try Fixtures.names(in: "\(project.folder)/out") == ["one.html"])
    return try Fixtures.bytes(path)
  }

  /// Every value of an attribute, in order.
  private static func values(of name: StaticString, in html: [UInt8]) -> [String] {
    var found: [String] = []
    for case .tag(let tag) in HTMLScanner(html) where !tag.isEnd {
      if let value = tag.value(of: name, in: html) { found.append(HTMLText.plain(value)) }
    }
    return found
  }

  @Test func `the same input gives the same bytes`() async throws {
    #expect(try await Self.page(Self.project()) == Self.page(Self.project()))
  }

  @Test func `names are unique and every address stays inside`() async throws {
    let html = try await Self.page(Self.project())
    let names = Self.values(of: "id", in: html)
    #expect(Set(names).count == names.count)
    #expect(names.contains("a/one") && names.contains("b/two:the-end") && names.contains("b/index"))
    let addresses = Self.values(of: "href", in: html) + Self.values(of: "src", in: html)
    for address in addresses where !address.hasPrefix("data:") {
      let isPlace = address.hasPrefix("#") && names.contains(String(address.dropFirst()))
      #expect(isPlace || address == "https://example.org/?a=1#b", "\(address)")
    }
    #expect(addresses.contains("#b/two:the-end") && addresses.contains("#values"))
  }

  @Test func `what pages lead to is held by their addresses`() async throws {
    let html = try await Self.page(Self.project())
    var held: [String: String] = [:]
    for case .tag(let tag) in HTMLScanner(html) where !tag.isEnd {
      guard let path = tag.value(of: "data-path", in: html), tag.name == "a",
        let href = tag.value(of: "href", in: html), let name = tag.value(of: "download", in: html)
      else { continue }
      let text = String(decoding: href, as: UTF8.self).split(separator: ",").last ?? ""
      let bytes = try #require(Data(base64Encoded: String(text)))
      let file = String(decoding: path, as: UTF8.self)
      #expect(file.hasSuffix("/" + String(decoding: name, as: UTF8.self)))
      held[file] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      held == [
        "files/control/etc/motd": "Reach CHANGE_TO_YOUR_VIP.\n", "a/plan.pdf": "%PDF\n",
      ]
    )
    #expect(
      Self.values(of: "src", in: html).allSatisfy { $0.hasPrefix("data:image/svg+xml;base64,") }
    )
  }

  @Test func `a script of the project cannot end its element`() async throws {
    let script = "const a = \"</script><b id='x'>\";\r\nconst b = '<!--';\n"
    let style = "a::after { content: '</style>' }\n"
    let own = ["site-templates/site.js": script, "site-templates/search.css": style]
    let html = try await Self.page(Self.project(own))
    #expect(!Self.values(of: "id", in: html).contains("x"))
    let scan = PageScan(html)
    #expect(
      scan.inlineScripts.contains(
        Array("const a = \"\\x3c/script><b id='x'>\";\nconst b = '\\x3c!--';\n".utf8)
      )
    )
    #expect(scan.inlineStyles.count == 1)
  }

  @Test func `what would leave the file keeps it from being written`() async throws {
    let footer = "<footer><img src=\"https://example.org/a.png\" alt=\"\"></footer>\n"
    let project = try Self.project(["site-templates/foot.html": footer])
    let site = try await Build.site(BuildRequest(project: project.folder))
    let path = "\(project.folder)/out/one.html"
    let findings = try Bundle.writeSingleFile(site, to: path)
    #expect(findings.map(\.path) == [path])
    #expect(findings.first?.message.contains("https://example.org/a.png") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a folder is not replaced by a page, and nothing is left beside it`() async throws {
    let project = try Self.project()
    let site = try await Build.site(BuildRequest(project: project.folder))
    let path = "\(project.folder)/out/one.html"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: RequestMistake.self) { try Bundle.writeSingleFile(site, to: path) }
    #expect(try Fixtures.names(in: "\(project.folder)/out") == ["one.html"])
  }

  @Test func `a changed script is found`() async throws {
    let project = try Self.project()
    let html = String(decoding: try await Self.page(project), as: UTF8.self)
    let path = "\(project.folder)/changed.html"
    let changed = html.replacing("\"use strict\";", with: "\"use strict\"; ", maxReplacements: 1)
    try Data(changed.utf8).write(to: URL(filePath: path))
    #expect(
      try Bundle.check(path).map(\.message) == [
        "a script or a style does not match the policy"
      ]
    )
  }
}
