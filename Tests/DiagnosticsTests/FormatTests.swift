import Diagnostics
import Foundation
import Testing

private let rule = Rule("test/rule", reports: "Two.", why: "Why.", fires: "a", fixed: "b")

/// Holds the formats for programs against what their definitions require.
@Suite struct FormatTests {
  private static let text = "one\ntwö thré key: x\n"

  private let report: Report

  init() {
    let file = SourceFile(path: "a b.md", bytes: Array(Self.text.utf8))
    let place = Location(path: "a b.md", range: 9..<14)
    let other = Location(path: "a b.md", range: 0..<3)
    var finding = Diagnostic(
      rule,
      at: place,
      "unknown key `thré`",
      notes: [.init("declared here", at: other), .init("a fact")],
      fixes: [
        .init("did you mean `three`?", edits: [.init(place, with: "three")]),
        .init("remove it"),
      ]
    )
    finding.sets = [SetID(scale: "small"), SetID(scale: "large", customer: "acme")]
    report = Report([finding], files: ["a b.md": file])
  }

  /// Lines and columns from 1, the end after the start: the region of an edit, cut out of the
  /// text, is what is replaced.
  private func cut(_ region: SARIF.Region) -> String {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(region.startLine == region.endLine)
    let line = lines[region.startLine - 1].unicodeScalars
    let from = line.index(line.startIndex, offsetBy: region.startColumn - 1)
    let to = line.index(line.startIndex, offsetBy: region.endColumn - 1)
    return String(line[from..<to])
  }

  @Test func `SARIF has what 2.1.0 requires, and fixes with exact regions`() throws {
    let text = SARIFPrinter(rules: [rule], site: "https://docs.example.org/").print(report)
    let log = try JSONDecoder().decode(SARIF.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.name == "docbuild")
    #expect(run.tool.driver.semanticVersion.split(separator: ".").count == 3)
    #expect(run.columnKind == "unicodeCodePoints")
    let descriptor = try #require(run.tool.driver.rules.first)
    #expect(descriptor.helpUri == "https://docs.example.org/rules.html#test-rule")
    #expect(descriptor.help.text.contains("Why."))
    #expect(descriptor.defaultConfiguration.level == "error")
    let result = try #require(run.results.first)
    #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    #expect(["error", "warning", "note", "none"].contains(result.level))
    #expect(result.message.text == "unknown key `thré`; did you mean `three`?\na fact")
    #expect(result.locations.map { cut($0.physicalLocation.region) } == ["thré"])
    #expect(result.relatedLocations.map { cut($0.physicalLocation.region) } == ["one"])
    #expect(result.relatedLocations.first?.message?.text == "declared here")
    // A fix without a change is no fix of SARIF's: each needs a change, each change a replacement.
    #expect(result.fixes.count == 1)
    let change = try #require(result.fixes.first?.artifactChanges.first)
    #expect(change.artifactLocation.uri == "a%20b.md")
    #expect(change.replacements.map { cut($0.deletedRegion) } == ["thré"])
    #expect(change.replacements.map(\.insertedContent.text) == ["three"])
    #expect(result.partialFingerprints.count == 1)
    #expect(result.properties.sets == ["small", "large for acme"])
  }

  @Test func `GitLab gets a sentence with the likeliest name, and the same fingerprint always`()
    throws
  {
    struct Entry: Decodable {
      struct Place: Decodable {
        struct Lines: Decodable { let begin: Int }
        let path: String
        let lines: Lines
      }
      let description: String
      let check_name: String
      let fingerprint: String
      let severity: String
      let location: Place
    }
    let text = GitLabPrinter().print(report)
    #expect(text == GitLabPrinter().print(report))
    let entries = try JSONDecoder().decode([Entry].self, from: Data(text.utf8))
    let entry = try #require(entries.first)
    #expect(entry.description == "unknown key `thré`; did you mean `three`?; a fact")
    #expect(entry.check_name == "test/rule")
    #expect(["info", "minor", "major", "critical", "blocker"].contains(entry.severity))
    #expect(entry.fingerprint.count == 16 && entry.fingerprint.allSatisfy(\.isHexDigit))
    #expect(entry.location.path == "a b.md")
    #expect(entry.location.lines.begin == 2)
  }

  @Test func `Reviewdog gets the change as a suggestion`() throws {
    struct Output: Decodable {
      struct Diagnostic: Decodable {
        struct Suggestion: Decodable {
          let text: String
          let range: Range
        }
        struct Range: Decodable {
          struct Position: Decodable {
            let line: Int
            let column: Int
          }
          let start: Position
          let end: Position
        }
        let message: String
        let severity: String
        let suggestions: [Suggestion]
      }
      struct Source: Decodable { let name: String }
      let source: Source
      let diagnostics: [Diagnostic]
    }
    let text = RDJSONPrinter().print(report)
    let output = try JSONDecoder().decode(Output.self, from: Data(text.utf8))
    let finding = try #require(output.diagnostics.first)
    #expect(finding.message == "unknown key `thré`; did you mean `three`?\na fact")
    #expect(["ERROR", "WARNING", "INFO"].contains(finding.severity))
    let suggestion = try #require(finding.suggestions.first)
    #expect(suggestion.text == "three")
    #expect(suggestion.range.start.line == 2)
    // Columns of this format count bytes.
    #expect((suggestion.range.start.column, suggestion.range.end.column) == (6, 11))
  }
}

/// What we read of a log of SARIF 2.1.0; a member that is missing fails the decoding.
private struct SARIF: Decodable {
  struct Run: Decodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
  }
  struct Tool: Decodable { let driver: Driver }
  struct Driver: Decodable {
    let name: String
    let semanticVersion: String
    let rules: [Descriptor]
  }
  struct Descriptor: Decodable {
    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let helpUri: String
    let defaultConfiguration: Configuration
  }
  struct Configuration: Decodable { let level: String }
  struct Message: Decodable { let text: String }
  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Place]
    let relatedLocations: [Place]
    let fixes: [Fix]
    let partialFingerprints: [String: String]
    let properties: Properties
  }
  struct Properties: Decodable { let sets: [String] }
  struct Place: Decodable {
    let physicalLocation: Physical
    let message: Message?
  }
  struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Artifact: Decodable { let uri: String }
  struct Region: Decodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }
  struct Fix: Decodable {
    let description: Message
    let artifactChanges: [Change]
  }
  struct Change: Decodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }
  struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Message
  }

  let version: String
  let runs: [Run]
}
