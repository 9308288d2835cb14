import Diagnostics
import Testing

@Suite struct ExcerptTests {
  private static func shown(_ line: String, _ range: Range<Int>) -> [Substring] {
    let rule = Rule("test/rule", reports: "Two.", why: "Why.", fires: "a", fixed: "b")
    let finding = Diagnostic(rule, at: Location(path: "a.md", range: range), "wrong")
    let file = SourceFile(path: "a.md", bytes: Array(line.utf8))
    let printed = TextPrinter(colour: false).print(Report([finding], files: ["a.md": file]))
    return printed.split(separator: "\n").filter { $0.hasPrefix("1 | ") || $0.hasPrefix("  | ") }
      .map { $0.dropFirst(4) }
  }

  @Test func `a line of usual length is shown whole`() {
    let line = String(repeating: "a", count: 100)
    #expect(Self.shown(line, 3..<5) == [Substring(line), "   ^^"])
  }

  @Test(arguments: [0, 39, 500, 99_999])
  func `of a very long line the part around the place is shown`(place: Int) throws {
    let bytes = (0..<100_000).map { $0 == place ? UInt8(ascii: "X") : UInt8(ascii: "a") }
    let line = String(decoding: bytes, as: UTF8.self)
    let shown = Self.shown(line, place..<(place + 1))
    try #require(shown.count == 2)
    #expect(shown[0].count <= 162)
    let marked = zip(shown[0], shown[1]).filter { $0.1 == "^" }.map(\.0)
    #expect(marked == ["X"])
    let all = Self.shown(line, place..<100_000)
    #expect(all[1].count <= 162)
  }
}
