import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline
@testable import Site

/// Bundles: the same bytes each time, whole, and without a way out.
@Suite struct BundleTests {
  private static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"

  /// Files of a bundle with their list of digests.
  private static func listed(_ files: [(String, String)]) -> [(path: String, bytes: [UInt8])] {
    let all = files.map { (path: $0.0, bytes: Array($0.1.utf8)) }
    let sums = all.map { "\(SHA256.hex(of: $0.bytes))  \($0.path)\n" }.joined()
    return all + [("SHA256SUMS", Array(sums.utf8))]
  }

  private static func findings(inPage html: String) -> [String] {
    let page = Self.policy + html
    return BundleCheck.findings(in: listed([("page.html", page), ("other.html", Self.policy)]))
      .map(\.message)
  }

  @Test func `an archive is the same each time, and comes back as it was`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\nText.\n"])
    let site = try await Build.site(BuildRequest(project: project.folder))
    let paths = ["one.zip", "two.zip"].map { "\(project.folder)/\($0)" }
    for path in paths { #expect(try Bundle.write(site, to: path, dated: .fixed) == []) }
    #expect(try Fixtures.bytes(paths[0]) == Fixtures.bytes(paths[1]))
    #expect(try Bundle.check(paths[0]) == [])
    let read = try ZipArchive.read(paths[0], limit: 1 << 24)
    #expect(read.map(\.path) == read.map(\.path).sorted())
    #expect(read.map(\.path).filter { !$0.contains("/") } == ["OPEN-ME.html", "SHA256SUMS"])
    let contents = try Bundle.contents(of: site)
    #expect(zip(read, contents).allSatisfy { $0.bytes == $1.bytes } && read.count == contents.count)
  }

  @Test func `a bundle leads to no other set`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\nText.\n"])
    let site = try await Build.site(BuildRequest(project: project.folder))
    for (path, bytes) in try Bundle.contents(of: site) where path.hasSuffix(".html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("href=\"../../"), "\(path)")
    }
  }

  @Test func `what is damaged, missing or added is found`() throws {
    let files = Self.listed([("a.txt", "a"), ("b.txt", "b")])
    #expect(BundleCheck.findings(in: files).isEmpty)
    var damaged = files
    damaged[0].bytes = Array("x".utf8)
    #expect(BundleCheck.findings(in: damaged).map(\.path) == ["a.txt"])
    let missing = Array(files.dropFirst())
    #expect(
      BundleCheck.findings(in: missing).map(\.message) == ["missing file, which is in the list"]
    )
    let added = files + [(path: "c.txt", bytes: [])]
    #expect(
      BundleCheck.findings(in: added).map(\.message) == ["unknown file, which is not in the list"]
    )
    let unlisted = Array(files.dropLast())
    #expect(BundleCheck.findings(in: unlisted).map(\.message) == ["missing list of digests"])
  }

  @Test(arguments: [
    "<img src=\"https://example.org/a.png\">", "<img src=//example.org/a.png>",
    "<img srcset=\"a.png 1x, https://example.org/b.png 2x\">",
    "<link rel=preconnect href='https://example.org'>",
    "<script src=\"http://e.example/a.js\"></script>",
    "<style>@import \"https://e.example/a.css\";</style>",
    "<p style=\"background: URL( 'https://e.example/a.png' )\">",
    "<style>a{b:url(/* */https://e.example/a.png)}</style>",
    "<meta http-equiv=Refresh content='0; url=https://e.example'>",
    "<base href=\"https://e.example/\">",
    "<iframe srcdoc='x'></iframe>", "<form action='https://e.example'></form>",
    "<a href='other.html' ping='https://e.example'>x</a>", "<a href='javascript:alert(1)'>x</a>",
    "<a href=\"JAVA&#x73;cript:alert(1)\">x</a>", "<p onclick='x()'>",
    "<script>fetch('a')</script>",
    "<a href='/etc/passwd'>x</a>", "<a href='../up.html'>x</a>", "<a href='none.html'>x</a>",
    "<a href='other.html#none'>x</a>", "<a href='#none'>x</a>", "<img src='none.png'>",
    "<video poster='https://e.example/p.png'></video>",
    "<svg><use href='https://e.example/#a'/></svg>",
  ])
  func `a way out of the bundle is found`(html: String) {
    #expect(!Self.findings(inPage: html).isEmpty)
  }

  @Test(arguments: [
    "<a href=\"https://example.org/\">x</a>", "<a href='mailto:a@example.org'>x</a>",
    "<a href='other.html'>x</a>", "<a href=\"#here\">x</a><p id=here>", "<a href='#'>x</a>",
    "<img src=\"data:image/gif;base64,R0lGOD\">", "<p>url(https://example.org/) fetch('a')</p>",
    "<pre>&lt;img src=&quot;https://example.org/&quot;&gt;</pre>",
    "<!-- <img src='//e.example/'> -->",
    "<style>/* url(https://e.example/) */ a { b: url(#c) }</style>",
    "<a href='./other.html?x#'>x</a>",
  ])
  func `what stays within the bundle is left alone`(html: String) {
    #expect(Self.findings(inPage: html) == [])
  }

  @Test(arguments: [
    "a:b", "a/con", "NUL.txt", "a.", "b /c", "a\\b", "é", "../a", "/a", "a//b", "a\u{1}",
    String(repeating: "a", count: 151),
  ])
  func `a name that some system cannot unpack is found`(name: String) {
    #expect(PortableName.mistake(in: name) != nil)
  }

  @Test func `names that clash without case are found`() {
    #expect(PortableName.mistake(in: "files/pg1/etc/systemd/system/a@.service") == nil)
    #expect(PortableName.clashes(among: ["a/b", "A/B", "c"]).map(\.path) == ["A/B"])
    #expect(PortableName.clashes(among: ["a", "a/b"]).map(\.path) == ["a/b"])
    #expect(PortableName.clashes(among: ["a/b", "a/c"]).isEmpty)
  }

  @Test func `a date is written as archives count`() {
    #expect(ArchiveDate.fixed.dosDate == 0x0021_0000)
    #expect(ArchiveDate(secondsSince1970: -1).dosDate == 0x0021_0000)
    // 2024-02-29 12:34:56 UTC
    let leap = ArchiveDate(secondsSince1970: 1_709_210_096).dosDate
    #expect(leap == (44 << 9 | 2 << 5 | 29) << 16 | (12 << 11 | 34 << 5 | 28))
    #expect(ArchiveDate(secondsSince1970: .max).dosDate >> 25 == 127)
  }

  @Test func `bytes that are no archive are no crash`() async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n"])
    let path = project.folder + "/a.zip"
    let site = try await Build.site(BuildRequest(project: project.folder))
    _ = try Bundle.write(site, to: path, dated: .fixed)
    let whole = try Fixtures.bytes(path)
    let broken = [[], Array("PK".utf8), Array(whole.prefix(whole.count / 2))]
    for bytes in broken {
      try Data(bytes).write(to: URL(filePath: path))
      #expect(try !Bundle.check(path).isEmpty)
    }
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
      var changed = whole
      changed[place] ^= 0x55
      try Data(changed).write(to: URL(filePath: path))
      _ = try Bundle.check(path)
    }
  }
}
