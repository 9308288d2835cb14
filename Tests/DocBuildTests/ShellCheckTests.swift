import Diagnostics
import Testing

@testable import DocBuild
@testable import Pipeline

/// Asks the real ShellCheck, which `make test` installs.
@Suite struct ShellCheckTests {
  private static func findings(_ page: String) async throws -> [String] {
    let project = try TemporaryProject(["page.md": page])
    var request = BuildRequest(project: project.folder)
    request.pages = ["\(project.folder)/page.md"]
    request.runsShellCheck = true
    request.cache = project.folder
    let first = try await Build.run(request).report.findings()
    // What it said before is remembered, and said again.
    #expect(try await Build.run(request).report.findings() == first)
    return first
  }

  @Test func `its findings stand at their places, behind letters of several bytes, too`()
    async throws
  {
    let page =
      "```bash\necho \"ü\"; rm -r $1\n```\n\n```console\n$ ls\na $b\n$ ls $HOME/ü $b\n```\n"
    let found = try await Self.findings(page)
    #expect(
      found == [
        "2:17 verify/shellcheck SC2086", "8:6 verify/shellcheck SC2086",
        "8:14 verify/shellcheck SC2086",
      ]
    )
  }

  @Test func `the example of the rule fires, and the mended one does not`() async throws {
    let rule = try #require(Rule.all.first { $0.id == "verify/shellcheck" })
    #expect(try await !Self.findings(rule.fires.text).isEmpty)
    #expect(try await Self.findings(rule.fixed.text) == [])
  }

  @Test func `a comment allows a finding, and a broken script is ours`() async throws {
    let allowed = "<!-- docbuild: allow verify/shellcheck two words are meant -->\n"
    #expect(try await Self.findings(allowed + "```bash\nrm -r $1\n```\n") == [])
    let broken = try await Self.findings("```bash\nrm -r $1 \"a\n```\n")
    #expect(!broken.isEmpty && broken.allSatisfy { $0.contains(" shell/") })
  }

  @Test func `commands may use what others set, scripts may not`() async throws {
    #expect(try await Self.findings("```bash\na=1\necho \"$b\"\ncd /srv\n```\n") == [])
    let script = "```bash file=/x/a.sh host=web\n#!/bin/bash\na=1\n```\n"
    #expect(try await Self.findings(script).contains("3:1 verify/shellcheck SC2034"))
  }
}

extension Report {
  /// The findings with their places, and the number of ShellCheck's.
  fileprivate func findings() throws -> [String] {
    try diagnostics.map { finding in
      let file = try #require(files[finding.location.path])
      let place = file.position(at: finding.location.range.lowerBound)
      let code = finding.message.split(separator: " ").dropFirst().first ?? ""
      let number = finding.rule == "verify/shellcheck" ? " \(code.dropLast())" : ""
      return "\(place.line):\(place.column) \(finding.rule)\(number)"
    }
  }
}
