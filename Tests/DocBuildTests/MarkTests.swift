import Diagnostics
import HTML
import Highlighting
import Testing

@testable import DocBuild

/// The marks that stand for values while a text is parsed and rendered.
@Suite struct MarkTests {
  /// What surrounds a placeholder in code; `@` is its place.
  private static let neighbourhoods = [
    "@", "a@b", "1@", "@1", "@@", "$@", "${@}", "$(@)", "$((@ * 2))", "$(( @ ))", "((@))", "0x@",
    "#@", "# @", "-@", "--@=1", "@:", "@: 1", "\"@\"", "'@'", "`@`", "\"a@", "'@b", "\\@", "@\\",
    "<@>", "<<@", "<<'@'\na\n@\n", "/@/", "//@", "/*@*/", "[@]", "{@}", "(@)", "&@", "*@", "!@",
    "|@|", "@|", "%@", "@%", "=@", "a=@;", "@,", ".@", "@.1", "1.@", "1e@", "@e1", "a:@", "\t@\n",
    "- @", "- a: @ #x", "{{@}}", "{% @ %}", "@\n", "\n@", "@ @", "[[ -f @ ]]", "$'@'", "~@", "^@",
    "SELECT @", "FROM @", "$$@$$", "E'@'", "--@\n", "user@@:~$ @", "$ @", "> @", "é@", "@é", "_@",
    "@_", "Z@", "@Z", "Z@Z",
  ]

  private static let sentinel = Sentinel(avoiding: [], digest: "0123456789")

  @Test(arguments: Language.names)
  func `no token of a language cuts a mark`(language: String) throws {
    for hole in [0, 7, 35, 12_345, 59_999_999] {
      let mark = Self.sentinel.bytes(for: hole)
      for neighbourhood in Self.neighbourhoods {
        let parts = neighbourhood.utf8.split(
          separator: UInt8(ascii: "@"),
          omittingEmptySubsequences: false
        )
        let code = Array(parts.joined(separator: mark))
        let text = Array("~~~~\n".utf8) + code + Array("\n~~~~\n".utf8)
        let document = MarkdownParser.parse(text)
        let fence = try #require(
          document.nodes.firstIndex { $0.kind == .codeBlock(isFenced: true) }
        )
        var figure = FenceFigure()
        figure.language = language
        let html = HTMLRenderer.render(
          document,
          sentinel: Self.sentinel,
          decoration: PageDecoration(fences: [fence: figure])
        )
        let filled = html.places.filter { $0.slot == .value(hole: hole, .code) }
        #expect(filled.count == parts.count - 1, "\(language): \(neighbourhood.debugDescription)")
        let shown = Self.text(of: html).filter { $0 != UInt8(ascii: "\n") }
        #expect(shown == Array(parts.joined()).filter { $0 != UInt8(ascii: "\n") })
      }
    }
  }

  /// The text of a page, without its tags.
  private static func text(of html: HTMLWithHoles) -> [UInt8] {
    var text: [UInt8] = []
    for part in HTMLScanner(html.bytes) {
      if case .text(let range) = part { HTMLText.append(range, of: html.bytes, to: &text) }
    }
    return text
  }

  @Test func `a mark says its hole`() {
    for hole in [0, 1, 35, 36, 59_999_999] {
      let mark = Self.sentinel.bytes(for: hole)
      #expect(mark.count == Sentinel.length)
      #expect(Self.sentinel.index(in: mark, at: 0) == hole)
    }
  }

  @Test func `marks are in none of the texts`() {
    let first = Sentinel(avoiding: [], digest: "ff")
    let other = Sentinel(avoiding: [Array("a".utf8) + first.bytes(for: 3)], digest: "ff")
    #expect(other.index(in: first.bytes(for: 3), at: 0) == nil)
    #expect(other.index(in: other.bytes(for: 3), at: 0) == 3)
  }

  @Test func `references and markup put no mark together`() async throws {
    let project = try TemporaryProject([
      "guides/1-a/1-a.md": """
      # A &#90;q999999qZ Z*q*000000qZ

      Zq<!-- -->000000qZ &#90;qqqqqqqq00000Z <<net.gateway>>

      """
    ])
    #expect(try await project.report().diagnostics.map(\.message) == [])
  }
}
