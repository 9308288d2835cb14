import Diagnostics
@testable import Languages
import Testing

@Suite struct ScalarPlaceTests {
  /// Each scalar is read by libyaml; the mark `X` in its text must be the `X` of the source.
  @Test(arguments: [
    "plain X text", "plain\n    folded X\n\n    twice", "'single '' X'", "'a\n  b\n\n\n  X'",
    "\"a \\\" \\u00e4\\x41\\n X\"", "\"a\\\n   X\"", "\"\\U0001F600 \\L\\_X\"", "\"a \n  b X\"",
    "|\n    a\n     b\n\n    X\n", "|-\n    a\n    X", "|2\n     X\n", ">\n    a\n    b\n\n    X\n",
    ">\n    a\n\n\n    b\n      more\n      X\n    c\n", "|\r\n    a\r\n    X\r\n", "ä ö X",
  ])
  func `a mark in the text is found in the source`(scalar: String) throws {
    let source = Array("k:\n  - \(scalar)".utf8)
    let value = try #require(YAMLTree.read(source).root?["k"]?.elements.first)
    let mark = try #require(Array(value.text.utf8).firstIndex(of: UInt8(ascii: "X")))
    let places = try #require(ScalarPlaces(of: value.text, at: value.range, in: source))
    let range = places.range(of: mark..<(mark + 1))
    #expect(Array(source[range]) == Array("X".utf8))
    let whole = places.range(of: 0..<value.text.utf8.count)
    #expect(whole.lowerBound >= value.range.lowerBound)
    #expect(whole.upperBound <= value.range.upperBound)
  }
}
