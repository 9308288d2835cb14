import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Pipeline
@testable import Site

/// The search index: its terms, its sections, its size.
@Suite struct SearchTests {
  private static func table(_ name: String) throws -> [[String]] {
    try Fixtures.text("\(Fixtures.folder)/search/\(name).tsv")
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `forms of a word share a stem`() throws {
    for row in try Self.table("stems") {
      let stem = String(decoding: Stem.of(Array(row[0].utf8)[...]), as: UTF8.self)
      #expect(stem == row[1], "\(row[0])")
    }
  }

  @Test func `names and addresses are terms as a whole and by their parts`() throws {
    for row in try Self.table("terms") {
      var terms: [String] = []
      SearchTerms.each(in: Array(row[0].utf8)) { term in
        if !SearchTerms.silent.contains(term) {
          terms.append(String(decoding: term, as: UTF8.self))
        }
      }
      #expect(terms.joined(separator: " ") == row[1])
    }
  }

  @Test func `a page is cut at its headings, without what is hidden`() throws {
    let html = """
      <h1>Title</h1><p>Lead <b>text</b>.</p>
      <h2 id="one">One &amp; only<a class="anchor" href="#one"></a></h2>
      <figure><figcaption><span class="file">a.yml</span><span>db</span><a download>Download</a></figcaption><pre><code>k: v
      l: w</code></pre></figure><p>After.</p><div hidden>no<div>no</div>no</div>
      <h3 id="two">Two</h3><table><tr><td>x</td><td>y</td></tr></table><svg><title>no</title></svg>
      """
    let sections = PageText(Array(html.utf8)).sections
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    #expect(sections.map(\.anchor) == ["", "one", "two"])
    #expect(sections.map { text($0.heading).trimmingBlanks } == ["Title", "One & only", "Two"])
    #expect(
      sections.map { text($0.body).trimmingBlanks }
        == ["Lead text.", "a.yml db k: v l: w After.", "x y"]
    )
    #expect(sections.map { text($0.files).trimmingBlanks } == ["", "a.yml", ""])
    #expect(text(sections[1].prose).trimmingBlanks == "After.")
  }

  @Test(arguments: [
    "", "<", "</", "<a", "<a href=\"", "<!--", "<script>", "&#xFFFFFFFF;&", "<h2 id>",
    "\u{0}<\u{FF}>",
    "<div hidden><div>", "</div></div><p>x",
  ])
  func `any bytes are read`(html: String) {
    #expect(PageText(Array(html.utf8)).sections.count <= 2)
  }

  @Test(arguments: ["small", "medium", "large"])
  func `the index of the guides takes at most a quarter of their text`(scale: String) async throws {
    var request = BuildRequest(project: Fixtures.package + "/content")
    request.scales = [scale]
    let set = try #require(try await Build.site(request).sets.first)
    let index = SiteSet.index(of: set.pages(among: ComparedScales([set]), []))
    let files = SearchFiles.files(of: index)
    let size = files.reduce(0) { $0 + $1.bytes.count }
    #expect(size * 4 <= index.textSize, "\(size) of \(index.textSize) bytes")
    #expect(size * 5 > index.textSize, "room is left for longer excerpts")
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(reversed().drop { $0 == " " }.reversed().drop { $0 == " " })
  }
}
