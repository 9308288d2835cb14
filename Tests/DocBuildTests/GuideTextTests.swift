import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import HTML
@testable import Pipeline
@testable import Site

/// Markdown as it comes from editors: its bytes, its line ends, its first and last lines.
@Suite struct GuideTextTests {
  /// What is found in the bytes of a file, each with its line and column.
  private static func found(_ bytes: [UInt8]) -> [String] {
    let text = GuideText.read(path: "a.md", bytes)
    return text.diagnostics.map { finding in
      let place = text.value.position(at: finding.location.range.lowerBound)
      return "\(place.line):\(place.column) \(finding.message)"
    }
  }

  @Test(
    arguments: [
      ("a\nü\u{1F600}\t\u{C}\r\n", []),
      ("\u{FEFF}# a\n", []),
      ("a\nb\u{0}c\n", ["2:2 expected text, found the control character U+0000"]),
      (
        "a\u{1B}[1m\n\u{7F}",
        [
          "1:2 expected text, found the control character U+001B",
          "2:1 expected text, found the control character U+007F",
        ]
      ),
    ] as [(String, [String])]
  )
  func `a control character is found at its place`(text: String, findings: [String]) {
    #expect(Self.found(Array(text.utf8)) == findings)
  }

  @Test func `a byte that is no UTF-8 is found at its place`() {
    let mixed = Array("# Größe\nStra".utf8) + [0xDF] + Array("e\n".utf8) + [0xC3]
    #expect(
      Self.found(mixed) == [
        "2:5 expected UTF-8, found the byte 0xDF", "3:1 expected UTF-8, found the byte 0xC3",
      ]
    )
    let binary = Array("ü".utf8) + (0..<100).flatMap { _ -> [UInt8] in [0xFF, 0x41, 0x00] }
    #expect(Self.found(binary).count == 1)
  }

  @Test(
    arguments: [
      (String.Encoding.isoLatin1, "2:3 expected UTF-8, found Latin-1"),
      (.windowsCP1252, "2:3 expected UTF-8, found Latin-1"),
      (.utf16LittleEndian, "1:1 expected UTF-8, found UTF-16LE"),
      (.utf16BigEndian, "1:1 expected UTF-8, found UTF-16BE"),
      (.utf16, "1:1 expected UTF-8, found UTF-16LE"),
      (.utf32, "1:1 expected UTF-8, found UTF-32"),
    ] as [(String.Encoding, String)]
  )
  func `another encoding is named once`(encoding: String.Encoding, finding: String) throws {
    let text = "# A\nGröße und Maß\n"
    let bytes = Array(try #require(text.data(using: encoding)))
    #expect(Self.found(bytes) == [finding])
    let decoded = GuideText.read(path: "a.md", bytes).value
    let shown = String(decoding: decoded.bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
    #expect(shown == text)
  }

  @Test func `quotes and dashes of Windows are told from Latin-1`() {
    #expect(
      Self.found(Array("a ".utf8) + [0x93, 0x61, 0x94]) == [
        "1:3 expected UTF-8, found Windows-1252"
      ]
    )
  }

  // MARK: Lines

  /// The chapter with each line end written in another way.
  private static let page = [
    "---", "title: A title", "---", "# One", "", "Text <<ip.haproxy_vip>>.", "",
    "```yaml schema=yaml reason=\"a test\"", "a: <<ip.haproxy_vip>>", "b: 1", "```", "",
    "<<each net.list as n>>", "- <<n.value>>", "<<end>>", "", "<<include partials/p.md>>", "",
    "[x](#two)", "",
  ]

  private static func shown(_ lineEnd: String, _ first: String = "") async throws -> String {
    let project = try TemporaryProject([
      "guides/1-a/1-a.md": first + page.joined(separator: lineEnd),
      "partials/p.md": first + ["## Two", "", "```text", "x", "```"].joined(separator: lineEnd),
    ])
    let site = try await Build.site(BuildRequest(project: project.folder))
    let set = try #require(site.sets.first)
    let chapter = try #require(set.documents.first?.chapters.first)
    return String(decoding: chapter.title + chapter.html.bytes, as: UTF8.self)
  }

  @Test(arguments: ["\r\n", "\r"])
  func `every line end gives the same page`(lineEnd: String) async throws {
    let expected = try await Self.shown("\n")
    #expect(expected.contains("<h2 id=\"two\">"))
    #expect(try await Self.shown(lineEnd) == expected)
    #expect(try await Self.shown(lineEnd, "\u{FEFF}") == expected)
  }

  @Test(arguments: ["\r\n", "\r"])
  func `a finding has the same place whatever ends its line`(lineEnd: String) async throws {
    let lines = [
      "# A", "", "```yaml schema=yaml reason=\"a test\"", "a: 1", "b: 2", "a: 3", "```", "",
    ]
    let project = try TemporaryProject(["guides/1-a/1-a.md": lines.joined(separator: lineEnd)])
    let report = try await project.report()
    let places = report.diagnostics.map { finding in
      let place = report.position(
        at: finding.location.range.lowerBound,
        in: finding.location.path
      )
      return "\(place.line):\(place.column) \(finding.rule)"
    }
    #expect(places == ["6:1 yaml/duplicate-key"])
  }

  @Test(arguments: ["a\r# b", "a\r\r\nb", "\r", "a\r<x>\r```\rb", "\u{FEFF}", "\u{FEFF}\r\n---\r"])
  func `no line end is too much`(text: String) async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": text])
    _ = try await project.report()
  }

  @Test func `lines are counted as in an editor`() {
    let file = SourceFile(path: "a", bytes: Array("\u{FEFF}a\rb\r\nc\r\r\nd\n".utf8))
    #expect(file.lineCount == 6)
    let lines = (1...6).map { String(decoding: file.bytes[file.range(ofLine: $0)], as: UTF8.self) }
    #expect(lines == ["a", "b", "c", "", "d", ""])
    #expect(file.position(at: 0) == file.position(at: 3))
    #expect(
      file.position(at: 8) == SourceFile(path: "b", bytes: Array("\n\nc".utf8)).position(at: 2)
    )
  }

  @Test func `what editors leave behind is no part of the guides`() async throws {
    let project = try TemporaryProject([
      "guides/1-a/1-a.md": "# A\n", "guides/1-a/1-a.md~": "# B\n", "guides/1-a/#1-a.md#": "# C\n",
      "guides/1-a/1-a.md.orig": "x", "guides/1-a/.1-a.md.swp": "x", "guides/1-a/1-a.md.rej": "x",
      "guides/1-a/Thumbs.db": "x", "guides/1-a/a.png": "x",
    ])
    let site = try await Build.site(BuildRequest(project: project.folder))
    #expect(site.project.attachments.values.map(\.output) == ["a/a.png"])
    #expect(try await project.report().diagnostics.isEmpty)
  }

  @Test func `pages are checked without a project`() async throws {
    let project = try TemporaryProject([
      "page.md": "# A\n\n<<any.key>>\n\n[b](other.md) [c](none.md)\n\n```yaml\na: 1\na: 2\n```\n",
      "other.md": "# B\n",
    ])
    let request = BuildRequest(pages: ["\(project.folder)/page.md"])
    let report = try await Build.run(request).report
    #expect(report.diagnostics.map(\.rule) == ["link/missing-file", "yaml/duplicate-key"])
    #expect(report.diagnostics.filter { !$0.sets.isEmpty } == [])
  }

  @Test func `a partial is checked where it is included`() async throws {
    let project = try TemporaryProject([
      "guides/1-a/1-a.md": "# A\n\n<<each net.list as n>>\n<<include partials/p.md>>\n<<end>>\n",
      "partials/p.md": "- <<n.value>> <<n.valeu>>\n",
    ])
    let found = try await project.check(page: "partials/p.md")
    #expect(found.map(\.rule) == ["placeholder/unknown-key"])
  }
}
