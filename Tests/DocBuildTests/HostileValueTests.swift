import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Pipeline

/// Whatever a value holds, the page around it stays the same: it is text of its context.
@Suite struct HostileValueTests {
  private static let page = """
    ---
    title: About <<text.value>>
    description: Says <<text.value>> <<text.open>>
    ---
    # Title <<text.value>>

    Prose <<text.value>> and *emphasis <<text.value>>*, `code <<text.value>>`,
    [a link](https://example.org/<<text.value>>/x), [whole](<<text.value>>),
    [java](java<<text.value>>) and ![alt <<text.value>>](<<text.value>>).

    ## Heading <<text.value>>

    | A | B |
    |---|---|
    | <<text.value>> | `<<text.value>>` |

    ```bash file=/tmp/<<text.plain>> check=none reason="any text"
    echo "<<text.value>>" <<text.open>>
    ```

    <p title="<<text.value>>">raw <<text.value>> <a href="<<text.value>>">x</a></p>

    <div title='<<text.value>>' class = "a <<text.value>>" id='i'>
    <a HREF='<<text.value>>'>x</a> <a href=" <<text.value>>">y</a>
    <a href='java<<text.value>>'>z</a> <a href="<<text.value>>:alert(1)">w</a>
    <form action="<<text.value>>"><button formaction='<<text.value>>'>b</button></form>
    <video poster='<<text.value>>'></video> <object data="<<text.value>>"></object>
    <svg><a xlink:href='<<text.value>>'><text>t</text></a></svg>
    <!-- a comment <<text.value>> --> <? <<text.value>> ?> <script><<text.value>></script>
    </div>

    Inline <b title='<<text.value>>'>b</b> and <a href='<<text.value>>'>c</a>.

    > [!NOTE]
    > <<text.value>>
    """

  private static let keys = """
    text.value: { type: string, multiline: true, source: common, about: "A <b>value</b>." }
    text.plain: { type: string, source: common, about: Plain. }
    text.open: { type: string, source: customer, hint: CHANGE_TO_OPEN, example: '<i>"&', about: "<u>" }

    """

  /// The tags of every page with the names of their attributes, and the addresses of links.
  private static func structure(
    with value: String
  ) async throws -> (tags: [String], links: [String]) {
    let project = try TemporaryProject([
      "docbuild.yml": """
      title: T
      scales: [{ id: one, title: One }]
      rules: { link/destination: off, link/missing-file: off, link/loaded-from-outside: off }

      """,
      "data/keys.yml": keys,
      "data/common.yml": "text: { value: \(JSONText.string(value)), plain: a }\n",
      "guides/1-a/1-a.md": page,
    ])
    let out = project.folder + "/out"
    let build = try await Build.publish(BuildRequest(project: project.folder), to: out)
    #expect(build.report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    var tags: [String] = []
    var links: [String] = []
    for (path, bytes) in try Fixtures.tree(out).sorted(by: { $0.key < $1.key })
    where path.hasSuffix(".html") && !path.hasSuffix("files.html") {
      for tag in Tags(String(decoding: bytes, as: UTF8.self)) {
        tags.append("\(path) \(tag.name) \(tag.attributes.map(\.name).joined(separator: " "))")
        let addresses = ["href", "src", "action", "formaction", "poster", "data", "xlink:href"]
        links += tag.attributes.filter { addresses.contains($0.name.lowercased()) }.map(\.value)
      }
    }
    return (tags, links)
  }

  static let values: [String] =
    [
      "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x",
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "script:alert(1)",
      "data:text/html,<script>x</script>", "javascript", "VBScript", "script", "'><b>", "' x='y",
      "--><b>", "--!><b>", "?><b>", "{{title}} {{#x}}", "*bold* [link](x) `code` <http://x>",
      "<!-- x", "&lt;b&gt; &#60;", "| a | b |", "# heading", "```", "<<text.plain>>", "$& \\1",
      "\u{5D0} rtl", "]]>", "]( \"x", "`</code></pre>`", "%00%22%3E", "a\nb\n\n# c",
    ] + (0..<30).map(random)

  /// A text of characters that mean something somewhere.
  private static func random(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "<", ">", "\"", "'", "&", "`", "*", "_", "[", "]", "(", ")", "|", "#", "\\", "\n", " ", "a",
      "b=", "/", ":", "!", "-->", "{{", "}}", "<<", ">>", "é", "%", ";", "script",
    ]
    return (0..<20).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  /// Where no text can stand, whatever is escaped in it.
  static let refused: [(html: String, expected: String)] = [
    ("<p title=<<text.plain>>>a</p>", "quotes"), ("<p title= a<<text.plain>>>a</p>", "quotes"),
    ("<p <<text.plain>>=\"a\">a</p>", "name of an attribute"),
    ("<p <<text.plain>>>a</p>", "name of an attribute"),
    ("<x<<text.plain>>>a</p>", "name of a tag"),
    ("<div>a</d<<text.plain>>>", "name of a tag"),
    ("<p onclick=\"<<text.plain>>\">a</p>", "`onclick`"),
    ("<p OnClick='a(\"<<text.plain>>\")'>a</p>", "`OnClick`"),
    ("<p style=\"color: <<text.plain>>\">a</p>", "`style`"),
    ("<div><img alt='' srcset=\"<<text.plain>> 2x\"></div>", "`srcset`"),
    ("<div><meta http-equiv='refresh' content=\"0;url=<<text.plain>>\"></div>", "`content`"),
    ("<div><svg><animate attributeName='href' to='<<text.plain>>'/></svg></div>", "`to`"),
    ("<a href=\"javascript:a('<<text.plain>>')\">a</a>", "program"),
    ("<a href='&#106;avascript:<<text.plain>>'>a</a>", "program"),
    ("<a href='java&Tab;script&colon;<<text.plain>>'>a</a>", "program"),
    ("<a href='java<<text.plain>>&colon;alert(1)'>a</a>", "`&`"),
    ("<div><a href='data:text/html,<<text.plain>>'>a</a></div>", "program"),
    ("<div title=\"<<text.plain>>\n", "`>`"),
  ]

  @Test(arguments: refused)
  func `a placeholder that could become markup is refused`(
    html: String,
    expected: String
  )
    async throws
  {
    let project = try TemporaryProject([
      "data/keys.yml": Self.keys, "data/common.yml": "text: { value: a, plain: a }\n",
      "guides/1-a/1-a.md": "# A\n\n\(html)\n",
    ])
    let found = try await project.report().diagnostics.filter { $0.rule == "placeholder/markup" }
    #expect(found.count == 1, "\(html)")
    let bytes = Array("# A\n\n\(html)\n".utf8)
    let finding = try #require(found.first)
    #expect(finding.message.contains(expected), "\(html): \(finding.message)")
    #expect(bytes[finding.location.range].elementsEqual("<<text.plain>>".utf8))
  }

  @Test func `no value changes the tags of a page or makes a link a program`() async throws {
    let plain = try await Self.structure(with: "value").tags
    #expect(plain.count > 100)
    for value in Self.values {
      let found = try await Self.structure(with: value)
      #expect(found.tags == plain, "\(value.debugDescription)")
      for link in found.links {
        let bare = String(link.unicodeScalars.filter { $0.value > 0x20 }).lowercased()
        let isProgram = ["javascript:", "vbscript:", "data:text"].contains { bare.hasPrefix($0) }
        #expect(!isProgram, "\(value.debugDescription) gives \(link)")
      }
    }
  }
}

/// Reads tags as a browser does: a name, then attributes with or without quotes.
private struct Tags: Sequence, IteratorProtocol {
  private let text: [Character]
  private var index = 0

  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
  }

  init(_ text: String) { self.text = Array(text) }

  mutating func next() -> Tag? {
    while index < text.count {
      guard text[index] == "<" else {
        index += 1
        continue
      }
      index += 1
      guard index < text.count, text[index].isLetter || "/!?".contains(text[index]) else {
        continue
      }
      if text[index] == "!" || text[index] == "?" {
        skipComment()
        continue
      }
      var tag = Tag(name: take { !$0.isWhitespace && $0 != ">" })
      while index < text.count, text[index] != ">" {
        _ = take { $0.isWhitespace || $0 == "/" }
        let name = take { !$0.isWhitespace && !"=>/".contains($0) }
        guard !name.isEmpty else {
          if index < text.count, text[index] != ">" { index += 1 }
          continue
        }
        let afterName = index
        _ = take(while: \.isWhitespace)
        guard index < text.count, text[index] == "=" else {
          index = afterName
          tag.attributes.append((name, ""))
          continue
        }
        index += 1
        _ = take(while: \.isWhitespace)
        guard index < text.count, text[index] == "\"" || text[index] == "'" else {
          tag.attributes.append((name, take { !$0.isWhitespace && $0 != ">" }))
          continue
        }
        let quote = text[index]
        index += 1
        tag.attributes.append((name, take { $0 != quote }))
        index += 1
      }
      return tag
    }
    return nil
  }

  /// A comment, or anything else that begins with `<!` or `<?`.
  private mutating func skipComment() {
    let isComment = text[index...].starts(with: "!--")
    let ends = isComment ? ["-->", "--!>"] : [">"]
    index += isComment ? 3 : 1
    while index < text.count, !ends.contains(where: { text[index...].starts(with: $0) }) {
      index += 1
    }
    while index < text.count, text[index] != ">" { index += 1 }
  }

  private mutating func take(while holds: (Character) -> Bool) -> String {
    let start = index
    while index < text.count, holds(text[index]) { index += 1 }
    return String(text[start..<index])
  }
}
