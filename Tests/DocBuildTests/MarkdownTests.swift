import FoundationEssentials
import Testing

@testable import DocBuild
@testable import HTML

/// The examples of the GFM specification, in the format of its `spec.txt`.
struct SpecExample: Sendable {
  var number: Int
  var markdown: String
  var html: String

  /// Reads the examples that are not disabled.
  static func read(_ text: String) -> [SpecExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecExample] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var number = 0
    while let line = lines.popFirst() {
      guard line.hasPrefix(fence + " example") else { continue }
      number += 1
      let markdown = take(&lines) { $0 == "." }
      let html = take(&lines) { $0.hasPrefix(fence) }
      guard !line.contains("disabled"), !html.contains("<IGNORE>") else { continue }
      examples.append(SpecExample(number: number, markdown: markdown, html: html))
    }
    return examples
  }

  private static func take(
    _ lines: inout ArraySlice<Substring>,
    until isEnd: (Substring) -> Bool
  ) -> String {
    var text = ""
    while let line = lines.popFirst(), !isEnd(line) { text += line + "\n" }
    return text.replacing("→", with: "\t")
  }
}

@Suite struct MarkdownTests {
  /// The examples that are not met; the list may only shrink.
  ///
  /// 140 to 147 pass on tags that the
  /// extension for disallowed tags filters, 610 to 620 print an address as text that the extension
  /// for autolinks makes a link. Both extensions are always on.
  static let deviations: Set<Int> = [140, 141, 142, 145, 147, 610, 614, 616, 619, 620]

  /// The same in CommonMark 0.29, whose specification stands in where that of GFM is not at hand.
  static let commonMarkDeviations: Set<Int> = [140, 141, 142, 145, 147, 598, 602, 604, 607, 608]

  /// What `make test` puts in place.
  static let specification =
    (try? Fixtures.text(Fixtures.package + "/.build/specification/spec.txt")) ?? ""

  @Test func `our HTML is that of the specification`() {
    let examples = SpecExample.read(Self.specification)
    #expect(examples.count > 600)
    var different: Set<Int> = []
    for example in examples {
      let html = HTMLRenderer.render(MarkdownParser.parse(Array(example.markdown.utf8)))
      if html.bytes != Array(example.html.utf8) { different.insert(example.number) }
    }
    let isGFM = Self.specification.contains("example table")
    #expect(different == (isGFM ? Self.deviations : Self.commonMarkDeviations))
  }

  @Test func `many threads render what one renders`() async {
    let pages = (0..<600).map { number in
      Array(
        """
        # Page \(number)

        See www.example.org/\(number), https://example.org/a_b and ~~not~~ me@example.org.

        | a | b |
        |---|:-:|
        | `\(number)` | ~~x~~ http://example.org |

        - [x] done www.example.org
        - [ ] open

        """.utf8
      )
    }
    let alone = pages.map { HTMLRenderer.render(MarkdownParser.parse($0)).bytes }
    for _ in 0..<5 {
      let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
        for (index, page) in pages.enumerated() {
          group.addTask { (index, HTMLRenderer.render(MarkdownParser.parse(page)).bytes) }
        }
        var results = [[UInt8]](repeating: [], count: pages.count)
        for await (index, html) in group { results[index] = html }
        return results
      }
      #expect(together == alone)
    }
  }

  @Test func `deep nesting is no danger`() {
    let deep = Array(String(repeating: "> ", count: 20_000).utf8) + Array("a\n".utf8)
    #expect(!HTMLRenderer.render(MarkdownParser.parse(deep)).bytes.isEmpty)
  }

  @Test func `a callout keeps its text and loses its mark`() {
    let text = "> [!WARNING]\n> Mind the *step*.\n"
    let document = MarkdownParser.parse(Array(text.utf8))
    let html = HTMLRenderer.render(
      document,
      decoration: PageDecoration(callouts: [1: Callout(name: "warning")])
    )
    let shown = String(decoding: html.bytes, as: UTF8.self)
    #expect(shown.contains("<aside class=\"callout warning\">"))
    #expect(shown.contains("<p>Mind the <em>step</em>.</p>"))
    #expect(!shown.contains("[!"))
  }
}
