import Diagnostics
import Testing

private let rule = Rule("test/rule", reports: "Two.", why: "Why.", fires: "a", fixed: "b")

/// One finding on the second line, behind a letter of two bytes, with a note and a fix.
@Suite struct PrinterTests {
  private let report: Report

  init() {
    let file = SourceFile(path: "a b.md", bytes: Array("one\ntwö thr\"e,\n".utf8))
    let place = Location(path: "a b.md", range: 9..<15)
    var findings = [
      Diagnostic(
        rule,
        at: place,
        "expected `50 %`:",
        notes: [.init("declared here", at: Location(path: "a b.md", range: 0..<3))],
        fixes: [.init("write `x`", edits: [.init(place, with: "x")])]
      )
    ]
    findings.append(Diagnostic(rule, at: Location(path: "a b.md", range: 0..<3), "a"))
    findings[1].severity = .warning
    findings[1].sets = [SetID(scale: "small")]
    report = Report(findings, files: ["a b.md": file])
  }

  @Test func `GitHub's commands escape what would end them`() {
    #expect(
      GitHubPrinter().print(report) == """
        ::warning file=a b.md,line=1,endLine=1,col=1,endColumn=4,title=test/rule::a
        ::error file=a b.md,line=2,endLine=2,col=5,endColumn=11,title=test/rule::expected `50 %25`:%0Awrite `x`
        1 errors, 1 warnings

        """
    )
  }

  @Test func `the Reviewdog format counts columns in bytes`() {
    let text = RDJSONPrinter().print(report)
    #expect(
      text.contains(
        #"""
        "location":{"path":"a b.md","range":{"start":{"line":2,"column":6},"end":{"line":2,"column":12}}},"severity":"ERROR"
        """#
      )
    )
    #expect(text.contains(#""suggestions":[{"range":{"start":{"line":2,"column":6}"#))
  }

  @Test func `SARIF counts columns in scalars and describes the rules that fired`() {
    let text = SARIFPrinter(rules: [rule]).print(report)
    #expect(text.contains(#""uri":"a%20b.md""#))
    #expect(
      text.contains(#""region":{"startLine":2,"startColumn":5,"endLine":2,"endColumn":11}"#)
    )
    #expect(text.contains(#""rules":[{"id":"test/rule","shortDescription":{"text":"Two."}"#))
    #expect(text.contains(#""message":{"text":"expected `50 %`:; write `x`"}"#))
  }

  @Test func `a fingerprint stays when lines move, and differs for each finding`() {
    func marks(_ text: String, _ starts: [Int]) -> [Substring] {
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      let findings = starts.map {
        Diagnostic(rule, at: Location(path: "a.md", range: $0..<($0 + 3)), "m")
      }
      let printed = GitLabPrinter().print(Report(findings, files: ["a.md": file]))
      return printed.split(separator: "\"fingerprint\":\"").dropFirst().map { $0.prefix(16) }
    }
    let before = marks("one one two", [0, 4, 8])
    #expect(before == marks("\n\none\none two", [2, 6, 10]))
    #expect(Set(before).count == 3)
  }
}
