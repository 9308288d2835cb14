import Diagnostics
import Languages
import Snippets
import Testing

@Suite struct YAMLTests {
  @Test func `every node knows its bytes`() throws {
    let text = "größe: [1, 'zwei']\nmap:\n  key: |\n    text\n"
    let outcome = YAMLTree.parse(Array(text.utf8))
    #expect(outcome.diagnostics.isEmpty)
    let root = try #require(outcome.value.root)
    func shown(_ node: YAMLNode) -> String {
      String(decoding: Array(text.utf8)[node.range], as: UTF8.self)
    }
    #expect(root.entries.map { shown($0.key) } == ["größe", "map"])
    #expect(root["größe"]?.elements.map(shown) == ["1", "'zwei'"])
    #expect(root["map"]?["key"]?.text == "text\n")
  }

  @Test func `merge keys give what is not overridden`() throws {
    let text = "base: &b { one: 1, two: 2 }\nother: { <<: *b, two: 3 }\n"
    let root = try #require(YAMLTree.parse(Array(text.utf8)).value.root)
    let merged = try #require(root["other"]).mergedEntries
    #expect(merged.map { "\($0.key.text)=\($0.value.text)" } == ["two=3", "one=1"])
  }

  /// Resolved with PyYAML 6.0.3.
  @Test(arguments: [
    ("22:22", "int"), ("8080:80", "string"), ("no", "bool"), ("on", "bool"), ("0777", "int"),
    ("0o777", "string"), ("08", "string"), ("12e3", "string"), ("1_000", "int"), ("1.10", "float"),
    ("2024-01-01", "timestamp"), ("~", "null"), ("", "null"), ("0x1F", "int"), ("1e+3", "string"),
    ("1.0e+3", "float"), (".inf", "float"), ("-.INF", "float"), ("+1", "int"), ("0b11", "int"),
    ("y", "string"), ("True", "bool"), ("1.2.3", "string"), ("0", "int"), (".5", "float"),
    ("abc", "string"), ("10.20.0.1", "string"), ("-", "string"), ("0.", "float"),
  ])
  func `a plain scalar has the type that PyYAML gives it`(text: String, type: String) {
    #expect(YAMLScalarType(ofPlain: text).rawValue == type)
  }

  @Test(arguments: [
    "a: [", "a: 'x", "\t- a", "- - - [ {", "a: b: c", "%", "&", "*", "? ", "a: |\n x\n\ty",
    "\u{1}", "a: \u{7F}", "---\n---\n...", "{{ a }}: 1", "!<", "- &a *a",
  ])
  func `bad text is a finding and no crash`(text: String) {
    let outcome = YAMLTree.parse(Array(text.utf8))
    for finding in outcome.diagnostics {
      #expect(finding.location.range.upperBound <= text.utf8.count + 1)
    }
  }

  @Test func `bytes that are not UTF-8 are a finding`() {
    #expect(!YAMLTree.parse([0x61, 0x3A, 0x20, 0xFF, 0xFE]).diagnostics.isEmpty)
  }

  @Test func `nesting is bounded, and aliases do not multiply`() {
    let deep = String(repeating: "[", count: 5000)
    #expect(YAMLTree.parse(Array(deep.utf8)).diagnostics.map(\.rule).contains("yaml/syntax"))
    var laughs = "a0: &a0 [x]\n"
    for level in 1...30 {
      laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let laughter = YAMLTree.parse(Array(laughs.utf8))
    #expect(laughter.value.isComplete)
    #expect(laughter.diagnostics.isEmpty)
  }
}
