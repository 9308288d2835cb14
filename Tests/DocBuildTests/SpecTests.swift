import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Pipeline

/// Runs the specifications of `Fixtures/specs`: a project in fences, and what it reports.
///
/// A fence of four tildes with a path is a file; the one called `diagnostics` holds the first line
/// of each finding, in order, with paths relative to the project.
@Suite struct SpecTests {
  static let names = (try? Fixtures.names(in: Fixtures.folder + "/specs")) ?? []

  @Test func `there are specifications`() { #expect(Self.names.count >= 5) }

  @Test func `every rule is in a specification`() throws {
    let texts = try Self.names.map { try Fixtures.text(Fixtures.folder + "/specs/" + $0) }.joined()
    let missing = Rule.all.map(\.id).filter {
      !$0.hasPrefix("verify/") && !texts.contains(" [\($0)]")
    }
    #expect(missing == [])
  }

  @Test(arguments: names)
  func `a project reports what its specification says`(name: String) async throws {
    let text = try Fixtures.text(Fixtures.folder + "/specs/" + name)
    for (title, var files) in Self.sections(of: text) {
      let expected = files.removeValue(forKey: "diagnostics") ?? ""
      let project = try TemporaryProject(files)
      var request = BuildRequest(project: project.folder)
      if files["page.md"] != nil { request.pages = ["\(project.folder)/page.md"] }
      request.customers = files.keys.filter { $0.hasPrefix("customers/") }.sorted()
        .map { "\(project.folder)/\($0)" }
      let report = try await Build.run(request).report
      let printed = TextPrinter(colour: false).print(report)
        .replacing(project.folder + "/", with: "")
        .split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": warning: ") }
        .map { $0 + "\n" }.joined()
      #expect(printed == expected, "\(title)")
      #expect(report.diagnostics.flatMap(Wording.faults) == [], "\(title)")
    }
  }

  /// The files of each section that has any.
  private static func sections(of text: String) -> [(title: String, files: [String: String])] {
    var sections: [(title: String, files: [String: String])] = []
    var path: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = path {
        if line == "~~~~" {
          path = nil
        } else {
          sections[sections.count - 1].files[open, default: ""] += line + "\n"
        }
      } else if line.hasPrefix("~~~~ ") {
        let name = String(line.dropFirst(5))
        path = name
        // A second project below the same heading.
        if let last = sections.last, last.files["diagnostics"] != nil {
          sections.append((last.title, [:]))
        }
        sections[sections.count - 1].files[name] = ""
      } else if line.hasPrefix("#") {
        sections.append((String(line), [:]))
      }
    }
    return sections.filter { !$0.files.isEmpty }
  }
}
