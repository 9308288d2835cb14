import FoundationEssentials
import Text
import Testing
import Values

/// The table that the compiler and the script of the page of values both agree with.
@Suite struct ValueTextTests {
  struct Row: CustomTestStringConvertible {
    var type: String
    var isRight: Bool
    var text: String
    var testDescription: String { "\(type) \(text)" }
  }

  static func rows() throws -> [Row] {
    let path = #filePath.replacing(
      "ValuesTests/ValueTextTests.swift",
      with: "Fixtures/values/texts.tsv"
    )
    let table = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return table.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(type: columns[0], isRight: columns[1] == "right", text: columns[2])
    }
  }

  @Test func `texts are taken and refused as the table says`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 60)
    for row in rows {
      var type = try #require(ValueType.parse(row.type))
      type.values = ["on", "off"]
      let texts =
        row.type.hasPrefix("list<") ? row.text.split(separator: ", ").map(String.init) : [row.text]
      let isTaken = if case .success = type.parse(texts) { true } else { false }
      #expect(isTaken == row.isRight, "\(row.type) \(row.text)")
    }
  }

  @Test(arguments: ValueType.Kind.allCases)
  func `every kind that a customer gives is in the table, right and wrong`(
    kind: ValueType.Kind
  ) throws {
    guard ![.string, .secret].contains(kind) else { return }
    let verdicts = Set(try Self.rows().filter { $0.type == kind.rawValue }.map(\.isRight))
    #expect(verdicts == [true, false])
  }

  @Test func `patterns refuse what no demand or bound has to`() throws {
    for row in try Self.rows() where !row.type.hasPrefix("list<") {
      let shape = try #require(ValueType.Kind(rawValue: row.type)).shape
      guard let text = shape.pattern else { continue }
      let isMatched = try #require(Pattern(text)).occurs(in: row.text)
      let isBounded = [.whole(nil), .number(nil), .text, .textOrNumber, .truth].allSatisfy {
        $0 != shape.form
      }
      #expect(isMatched == row.isRight || (isMatched && (shape.demand != nil || isBounded)))
    }
  }
}
