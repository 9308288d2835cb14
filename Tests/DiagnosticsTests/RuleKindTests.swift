import Diagnostics
import Testing

@Suite struct RuleKindTests {
  @Test(arguments: [
    ("ini/required", Rule.Kind.required), ("compose/unknown-key", .unknownKey),
    ("vars/enum", .enumeration), ("compose/bytes", .bytes), ("required/own", .other),
    ("own/not-required", .other),
  ]) func `the name behind the slash is the kind`(id: String, kind: Rule.Kind) {
    let rule = Rule(id, reports: "", why: "", fires: "", fixed: "")
    #expect(rule.kind == kind)
    #expect(Diagnostic(rule, at: 0..<0, "").kind == kind)
  }

  @Test func `places in different sources differ`() {
    let sources: [Location.Source] = [
      .text, .file(""), .file("1"), .placedFile(1), .placedCommands(1),
    ]
    #expect(Set(sources.map { Location(in: $0, range: 0..<1) }).count == sources.count)
    #expect(sources.map { Location(in: $0, range: 0..<1).path } == ["", "", "1", "", ""])
  }
}
