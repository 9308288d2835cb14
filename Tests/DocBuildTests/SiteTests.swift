import Diagnostics
import FoundationEssentials
import Testing
import Values

@testable import DocBuild
@testable import Machine
@testable import Pipeline
@testable import Site

/// The repository's own guides, built for all scales and for the example customer.
@Suite struct SiteTests {
  private static let content = Fixtures.package + "/content"

  private static func build(
    to folder: String,
    customers: [String] = [],
    isFinal: Bool = false
  ) async throws -> BuildResult {
    var request = BuildRequest(project: content)
    request.customers = customers
    request.isFinal = isFinal
    let build = try await Build.publish(request, to: folder)
    #expect(build.report.diagnostics.isEmpty, "\(TextPrinter(colour: false).print(build.report))")
    return build
  }

  @Test func `each scale has its servers and all have the same chapters and headings`() async throws
  {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let build = try await Self.build(to: folder)
    #expect(build.compilation.sets.map(\.values.serverTotal) == [16, 17, 19])
    let outlines = build.compilation.sets.map { set in
      set.chapters.map { [$0.path] + $0.outline.headings.map { "\($0.level) \($0.anchor)" } }
    }
    #expect(outlines[0] == outlines[1] && outlines[1] == outlines[2])
    for (scale, total) in [("small", 16), ("medium", 17), ("large", 19)] {
      let page = try Fixtures.text("\(folder)/\(scale)/architecture/servers.html")
      let baseline = total == 19 ? "" : " (Large: 19)"
      #expect(Self.text(of: page).contains("This scale has \(total)\(baseline) servers"))
    }
  }

  /// What readers see of a page: its text without the tags.
  private static func text(of page: String) -> String {
    page.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { index, piece in
      index == 0 ? piece : piece.drop { $0 != ">" }.dropFirst()
    }.joined()
  }

  @Test func `a template set shows hints, never a bare example, and nothing unexpanded`()
    async throws
  {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let build = try await Self.build(to: folder)
    let examples = build.compilation.sets[2].values.paths.compactMap { path -> String? in
      guard let entry = build.compilation.sets[2].values.entry(at: path), entry.state == .open,
        entry.declaration.type.kind == .ipv4
      else { return nil }
      return entry.value.plainText
    }
    #expect(examples.count > 15)
    for (path, bytes) in try Fixtures.tree(folder) where path.contains("/architecture/") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(!page.contains("&lt;&lt;") && !page.contains("<<"), "\(path)")
      // What a value may look like is said in these words.
      let shown = page.split(separator: "such as <code>").enumerated().map { index, piece in
        index == 0 ? piece : piece.drop { $0 != "<" }
      }.joined()
      for example in examples {
        #expect(!shown.contains(example + "<") && !shown.contains(" \(example) "), "\(path)")
      }
    }
  }

  @Test func `a final set holds the customer's values and no hint but those of secrets`()
    async throws
  {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let build = try await Self.build(
      to: folder,
      customers: [Self.content + "/customers/acme.yml"],
      isFinal: true
    )
    let values = try #require(build.compilation.sets.first).values
    let secrets = values.paths.compactMap { values.entry(at: $0) }.filter { $0.state == .secret }
    let hints = Set(secrets.compactMap(\.hint))
    for (path, bytes) in try Fixtures.tree(folder) where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for piece in page.split(separator: "CHANGE_TO_").dropFirst() where page.contains("CHANGE_TO_")
      {
        let name = piece.prefix { $0.isUppercase || $0.isNumber || $0 == "_" }
        // A guide may speak of the mark itself, without a name behind it.
        guard !name.isEmpty else { continue }
        #expect(hints.contains("CHANGE_TO_" + name) || page.hasPrefix(piece), "\(path): \(name)")
      }
    }
    let page = try Fixtures.text("\(folder)/acme/large/architecture/ip-plan.html")
    #expect(page.contains("10.99.0.10") && !page.contains("10.20.0.10<"))
  }

  @Test func `every link of the site leads to a page and a heading`() async throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await Self.build(to: folder)
    let files = try Fixtures.tree(folder)
    var count = 0
    for (path, bytes) in files where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for piece in page.split(separator: "href=\"").dropFirst() {
        let parts = piece.prefix { $0 != "\"" }
          .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].contains(":") else { continue }
        let target = Self.resolve(String(parts[0]), from: path)
        let found = try #require(files[target], "\(path) leads to \(target)")
        count += 1
        guard parts.count > 1, !parts[1].isEmpty else { continue }
        #expect(
          String(decoding: found, as: UTF8.self).contains("id=\"\(parts[1])\""),
          "\(path) leads to \(target)#\(parts[1])"
        )
      }
    }
    #expect(count > 1000)
  }

  private static func resolve(_ link: String, from page: String) -> String {
    guard !link.isEmpty else { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test func `the same input gives the same bytes, and no change means no exchange`() async throws {
    let (one, two) = (TemporaryFolder.make(), TemporaryFolder.make())
    defer {
      try? FileManager.default.removeItem(atPath: one)
      try? FileManager.default.removeItem(atPath: two)
    }
    _ = try await Self.build(to: one)
    _ = try await Self.build(to: two)
    #expect(try Fixtures.tree(one) == Fixtures.tree(two))
    let before = try Self.inode("\(one)/large")
    _ = try await Self.build(to: one)
    #expect(try Self.inode("\(one)/large") == before)
    try Data("mine".utf8).write(to: URL(filePath: "\(one)/large/notes.txt"))
    try Data("mine".utf8).write(to: URL(filePath: "\(one)/large/.hidden"))
    try Data("stale".utf8).write(to: URL(filePath: "\(one)/large/index.html"))
    let kept = try Self.inode("\(one)/large/firewall.html")
    _ = try await Self.build(to: one)
    #expect(try Self.inode("\(one)/large") != before)
    #expect(try Self.inode("\(one)/large/firewall.html") == kept)
    #expect(try Fixtures.text("\(one)/large/notes.txt") == "mine")
    #expect(try Fixtures.text("\(one)/large/.hidden") == "mine")
    #expect(
      try Fixtures.bytes("\(one)/large/index.html") == Fixtures.bytes("\(two)/large/index.html")
    )
  }

  private static func inode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func `an error leaves the last good site whole`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\nText.\n"])
    let out = project.folder + "/site"
    try await Build.publish(BuildRequest(project: project.folder), to: out)
    let before = try Fixtures.tree(out)
    #expect(before["one/a/a.html"] != nil)
    try project.write("# One\n\n<<ip.none>>\n", to: "guides/1-a/1-a.md")
    let build = try await Build.publish(BuildRequest(project: project.folder), to: out)
    #expect(build.report.errorCount == 1)
    #expect(try Fixtures.tree(out) == before)
  }

  @Test func `the files of every server are written in parts of their own`() async throws {
    let project = try TemporaryProject([
      "data/servers.yml": """
      db:
        title: Databases
        name: "pg{index}"
        fields:
          ip: { type: ipv4, source: customer, hint: "CHANGE_TO_PG_{index}_IP", example: "10.20.0.2{index}", about: Address. }

      """,
      "data/one.yml": "servers: { db: { count: 2 } }\n",
      "guides/1-a/1-a.md": """
      # Files

      ```text file=/etc/app.conf host=db
      listen <<self.ip>>
      ```

      ```text file=/etc/app.conf host=db
      name <<self.name>>
      first <<servers.db.1.ip>>
      <<each servers.db as node>>
      peer <<node.name>>
      <<end>>
      ```

      ```text file=first.txt host=db.first
      <<self.name>>
      ```

      ```console file=/etc/app.conf host=db output
      not a file
      ```

      """,
    ])
    let out = project.folder + "/files"
    try Extraction.writeFiles(
      of: await Build.run(BuildRequest(project: project.folder)).compilation,
      to: out
    )
    let tree = try Fixtures.tree(out).mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(
      tree == [
        ".docbuild-files.json":
          "{\"version\":1,\"outputs\":[{\"path\":\"pg1/etc/app.conf\"},"
          + "{\"path\":\"pg1/first.txt\"},{\"path\":\"pg2/etc/app.conf\"}]}\n",
        "pg1/etc/app.conf":
          "listen 10.20.0.21\nname pg1\nfirst 10.20.0.21\npeer pg1\npeer pg2\n",
        "pg2/etc/app.conf":
          "listen 10.20.0.22\nname pg2\nfirst 10.20.0.21\npeer pg1\npeer pg2\n",
        "pg1/first.txt": "pg1\n",
      ]
    )
  }

  @Test func `commands are listed by the servers on which they run`() async throws {
    let project = try TemporaryProject([
      "data/servers.yml": "db: { title: Databases, name: \"pg{index}\" }\n",
      "data/one.yml": "servers: { db: { count: 2 } }\n",
      "guides/1-a/1-a.md":
        "# Run\n\n```bash host=db user=root id=look\nlook <<self.name>>\n```\n\n```text output\npg1 is well\n```\n\n```bash file=a.sh\n:\n```\n\n"
        + "```shell\nlook --here\n```\n",
    ])
    let out = project.folder + "/commands.json"
    try Extraction.writeCommands(
      of: await Build.run(BuildRequest(project: project.folder)).compilation,
      to: out
    )
    let text = try Fixtures.text(out).replacing(project.folder + "/", with: "")
    #expect(
      text == """
        [
        {"id":"look","document":"a","chapter":"a","path":"guides/1-a/1-a.md","line":3,"language":"bash","user":"root","servers":[{"name":"pg1","text":"look pg1\\n"},{"name":"pg2","text":"look pg2\\n"}],"output":"pg1 is well\\n"},
        {"id":null,"document":"a","chapter":"a","path":"guides/1-a/1-a.md","line":15,"language":"shell","user":null,"servers":[{"name":"control","text":"look --here\\n"}],"output":null}
        ]

        """
    )
  }

  @Test func `values are text, whatever they hold`() async throws {
    let project = try TemporaryProject([
      "data/keys.yml": "a.b: { type: string, source: common, about: \"Any <b>text\" }\n",
      "data/common.yml": "a: { b: \"<script>*x* | \\\"[y](z)\" }\n",
      "guides/1-a/1-a.md":
        "# <<a.b>>\n\n| <<a.b>> |\n|---|\n| `<<a.b>>` |\n\n[l](https://e.example/<<a.b>>)\n\n<i title=\"<<a.b>>\">raw</i>\n",
    ])
    let out = project.folder + "/site"
    let build = try await Build.publish(BuildRequest(project: project.folder), to: out)
    #expect(build.report.diagnostics.isEmpty)
    let page = try Fixtures.text(out + "/one/a/a.html")
    #expect(!page.contains("<script>*x*") && !page.contains("<em>x</em>"))
    #expect(page.contains("<code>&lt;script&gt;*x* | &quot;[y](z)</code>"))
    #expect(page.contains("https://e.example/%3Cscript%3E*x*%20%7C%20%22%5By%5D(z)"))
    #expect(page.contains("<i title=\"&lt;script&gt;*x* | &quot;[y](z)\">"))
  }
}
