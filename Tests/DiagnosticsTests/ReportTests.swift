import Diagnostics
import Testing

private let rule = Rule(
  "test/rule",
  reports: "Something.",
  why: "Because.",
  fires: "a",
  fixed: "b"
)

@Suite struct ReportTests {
  private let file = SourceFile(path: "a.md", bytes: Array("one\ntwö three\r\nfour".utf8))

  @Test(arguments: [
    (0, 1, 1), (3, 1, 4), (4, 2, 1), (8, 2, 4), (16, 3, 1), (20, 3, 5), (99, 3, 5),
  ])
  func `a byte offset has its line and column`(offset: Int, line: Int, column: Int) {
    let position = file.position(at: offset)
    #expect(position.line == line && position.column == column)
  }

  @Test func `a line ends before its line break`() {
    #expect(String(decoding: file.bytes[file.range(ofLine: 2)], as: UTF8.self) == "twö three")
    #expect(file.line(containing: 9) == 2)
  }

  @Test func `findings of several sets become one, in order`() {
    func finding(_ offset: Int, _ scale: String) -> Diagnostic {
      var finding = Diagnostic(
        rule,
        at: Location(path: "a.md", range: offset..<(offset + 3)),
        "message"
      )
      finding.sets = [SetID(scale: scale)]
      return finding
    }
    let report = Report(
      [finding(4, "small"), finding(0, "small"), finding(4, "large"), finding(4, "small")],
      files: ["a.md": file]
    )
    #expect(report.diagnostics.map(\.location.range.lowerBound) == [0, 4])
    #expect(report.diagnostics.last?.sets.map(\.scale) == ["small", "large"])
    #expect(report.errorCount == 2 && report.warningCount == 0)
  }

  @Test func `text shows the line, the place, the fix and the sets`() {
    var finding = Diagnostic(
      rule,
      at: Location(path: "a.md", range: 9..<14),
      "expected `four`",
      fixes: [.init("write `four`")]
    )
    finding.sets = [SetID(scale: "small")]
    let text = TextPrinter(colour: false).print(Report([finding], files: ["a.md": file]))
    #expect(
      text == """
        a.md:2:5: error: expected `four` [test/rule]
          |
        2 | twö three
          |     ^^^^^ write `four`
          |
          = sets: small

        1 error in 1 file

        """
    )
  }

  @Test func `JSON is one object a line with ends exclusive`() {
    let finding = Diagnostic(
      rule,
      at: Location(path: "a.md", range: 9..<14),
      "say \"it\"",
      notes: [.init("here", at: Location(path: "a.md", range: 0..<3))],
      fixes: [.init("do", edits: [.init(Location(path: "a.md", range: 9..<14), with: "x")])]
    )
    let json = JSONPrinter().print(Report([finding], files: ["a.md": file]))
    #expect(
      json == """
        {"rule":"test/rule","severity":"error","path":"a.md","line":2,"column":5,"end_line":2,"end_column":10,"byte_start":9,"byte_end":14,"message":"say \\"it\\"","notes":[{"message":"here","path":"a.md","line":1,"column":1}],"fixes":[{"message":"do","edits":[{"path":"a.md","byte_start":9,"byte_end":14,"text":"x"}]}],"sets":[]}

        """
    )
  }
}

@Suite struct NameIndexTests {
  private static let names = [
    "matrix_synapse_turn_shared_secret", "matrix_synapse_workers_sync_workers_count",
    "matrix_synapse_workers_room_workers_count", "restore-the-database", "image", "restart",
    "ports",
  ]

  @Test(arguments: [
    ("imgae", "image"), ("restarts", "restart"), ("restore-database", "restore-the-database"),
    ("matrix_synapse_workers_sync_worker_count", "matrix_synapse_workers_sync_workers_count"),
    ("Restore_The_Database", "restore-the-database"),
    ("synapse_turn_shared_secret", "matrix_synapse_turn_shared_secret"),
  ])
  func `a slip finds the name that was meant`(written: String, meant: String) {
    #expect(NameIndex(Self.names).nearest(to: written).first == meant)
  }

  @Test(arguments: ["elephant", "x", "", "completely_different_words"])
  func `an unrelated name finds nothing`(written: String) {
    #expect(NameIndex(Self.names).nearest(to: written).isEmpty)
  }
}
