import Diagnostics
import Testing

private let rule = Rule("test/rule", reports: "Two.", why: "Why.", fires: "a", fixed: "b")

/// Values of secrets and control characters stay out of everything that is printed.
@Suite struct ConcealmentTests {
  private static let file = SourceFile(
    path: "a.yml",
    bytes: Array("db: \"hünter22\"\nother: hünter22 x\n".utf8)
  )
  private static let secret = Location(path: "a.yml", range: 4..<15)

  private static func report(hides: Bool) -> Report {
    let places = [0..<2, 4..<15, 16..<21]
    let findings = places.map { range in
      Diagnostic(
        rule,
        at: Location(path: "a.yml", range: range),
        "expected a number, found `hünter22`",
        notes: [.init("`hünter22` is no number")],
        fixes: [.init("write `hünter22`", edits: [.init(secret, with: "hünter22")])]
      )
    }
    return Report(findings, files: ["a.yml": file], secrets: hides ? [secret] : [])
  }

  private static func printed(_ report: Report) -> [String] {
    [
      TextPrinter(colour: false).print(report), TextPrinter(colour: true).print(report),
      JSONPrinter().print(report), SARIFPrinter(rules: [rule]).print(report),
      GitHubPrinter().print(report), GitLabPrinter().print(report), RDJSONPrinter().print(report),
    ]
  }

  @Test func `no format prints the value of a secret`() {
    for text in Self.printed(Self.report(hides: true)) {
      #expect(!text.contains("nter22"), "\(text)")
    }
    for text in Self.printed(Self.report(hides: false)) { #expect(text.contains("hünter22")) }
    let text = TextPrinter(colour: false).print(Self.report(hides: true))
    #expect(text.contains("1 | db: **********\n  | ^^ write `(secret)`\n"))
  }

  @Test func `no format prints what a terminal would obey`() {
    let evil = "x\u{1B}[31m\u{7}\u{0}\u{202E}\u{9B}\u{2028}y\nz"
    let bytes = Array("a \(evil)\n".utf8)
    let file = SourceFile(path: "\(evil).md", bytes: bytes)
    let place = Location(path: file.path, range: 0..<bytes.count)
    var finding = Diagnostic(
      rule,
      at: place,
      "found `\(evil)`",
      notes: [.init(evil), .init(evil, at: place)],
      fixes: [.init(evil), .init(evil)]
    )
    finding.sets = [SetID(scale: evil)]
    let report = Report([finding], files: [file.path: file])
    for text in Self.printed(report).enumerated().filter({ $0.offset != 1 }).map(\.element) {
      let controls = text.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n") || 0x7F..<0xA0 ~= scalar.value
          || ["\u{202E}", "\u{2028}"].contains(scalar)
      }
      #expect(controls.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func `lines keep their breaks and lose what covers them`() {
    #expect(TerminalText.lines("a\r\nb\tc\rd\n") == "a\r\nb\tc\\rd\n")
    #expect(TerminalText.line("a\nb\u{1B}") == "a\\nb\\u{1B}")
  }
}
