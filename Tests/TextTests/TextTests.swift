import Diagnostics
import Testing
import Text

@Suite struct MappedTextTests {
  private let file = SourceFile(path: "a.md", bytes: Array("0123456789".utf8))

  @Test func `a range over copied parts leads to where they began and ended`() {
    var text = MappedText()
    text.append(copying: 2..<4, of: file)
    text.append(copying: 6..<8, of: file)
    #expect(text.bytes == Array("2367".utf8))
    #expect(text.origin(of: 1..<3) == Location(path: "a.md", range: 3..<7))
    #expect(text.origin(of: 4..<4) == Location(path: "a.md", range: 8..<8))
  }

  @Test func `what stands for a part leads to the whole of it`() {
    var text = MappedText()
    text.append(copying: 0..<2, of: file)
    text.append("value".utf8, standingFor: Location(path: "a.md", range: 2..<5))
    #expect(text.origin(of: 3..<4) == Location(path: "a.md", range: 2..<5))
    #expect(text.origin(of: 1..<4) == Location(path: "a.md", range: 1..<5))
  }

  @Test func `a part of a mapped text keeps its origins`() {
    var inner = MappedText()
    inner.append(copying: 0..<3, of: file)
    inner.append("xy".utf8, standingFor: Location(path: "b.yml", range: 7..<9))
    var text = MappedText()
    text.append("-".utf8, standingFor: Location(path: "c.md", range: 1..<1))
    text.append(1..<4, of: inner)
    #expect(text.bytes == Array("-12x".utf8))
    #expect(text.origin(of: 1..<3) == Location(path: "a.md", range: 1..<3))
    #expect(text.origin(of: 3..<4) == Location(path: "b.yml", range: 7..<9))
  }

  @Test func `joined lines lead back to the text without a file`() {
    let whole = Array("# ls \\\n> -l\n".utf8)
    var text = MappedText()
    text.append(2..<6, of: whole)
    text.append(UInt8(ascii: "\n"), at: 7)
    text.append(9..<11, of: whole)
    #expect(text.bytes == Array("ls \\\n-l".utf8))
    #expect(text.range(of: 4..<5) == 7..<8)
    #expect(text.range(of: 5..<7) == 9..<11)
    #expect(text.range(of: 7..<7) == 11..<11)
  }

  @Test func `an empty text came from nowhere`() {
    #expect(MappedText().origin(of: 0..<3) == nil)
    #expect(MappedText().range(of: 0..<3) == 0..<0)
  }
}

@Suite struct LineTests {
  @Test(arguments: [
    ("", []), ("a", [0..<1]), ("a\n", [0..<1]), ("a\r\nb", [0..<1, 3..<4]),
    ("\n\nb\r\n", [0..<0, 1..<1, 2..<3]),
  ]) func `lines end before their break`(text: String, lines: [Range<Int>]) {
    #expect(Array(text.utf8).physicalLines == lines)
  }
}

@Suite struct PercentDecodingTests {
  @Test(arguments: [
    ("a%20b", "a b"), ("%C3%A4", "ä"), ("100%", "100%"), ("%4", "%4"), ("%zz", "%zz"),
    ("%+F", "%+F"), ("%2525", "%25"), ("%FF", "\u{FFFD}"),
  ]) func `two hexadecimal digits name a byte`(text: String, decoded: String) {
    #expect(text.percentDecoded == decoded)
  }
}

@Suite struct ASCIITests {
  @Test func `predicates hold for their bytes alone`() {
    func all(where holds: (UInt8) -> Bool) -> String { (0...255).filter(holds).text }
    #expect(all(where: \.isBlank) == "\t ")
    #expect(all(where: \.isDigit) == "0123456789")
    #expect(all(where: \.isLower) == "abcdefghijklmnopqrstuvwxyz")
    #expect(all(where: \.isUpper) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    #expect(all(where: \.isLetter) == all(where: \.isUpper) + all(where: \.isLower))
    #expect(all(where: \.isHexadecimal) == "0123456789ABCDEFabcdef")
    #expect(all(where: \.isLetterOrDigit) == all(where: \.isDigit) + all(where: \.isLetter))
    #expect(all { $0.isNameByte && !$0.isLetterOrDigit } == "_")
    #expect(all { $0.lowercased != $0 } == all(where: \.isUpper))
    #expect(UInt8(ascii: "Q").lowercased == UInt8(ascii: "q"))
  }
}
