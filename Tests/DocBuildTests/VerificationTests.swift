import Diagnostics
import Testing

@testable import DocBuild
@testable import Pipeline
@testable import Verify

/// Programs that stand on every machine judge the files of small projects.
@Suite struct VerificationTests {
  private static let guide = """
    # The message

    ```text file=/etc/motd host=web
    welcome
    to <<self.name>>
    ```

    ```bash host=web.first
    echo one
    ```

    """

  private static func verify(
    _ checkers: String,
    guide: String = guide
  ) async throws -> Verification {
    let project = try TemporaryProject([
      "docbuild.yml": "title: T\nscales: [{ id: one }]\nverify:\n  checkers:\n\(checkers)",
      "data/servers.yml": "web: { title: Web, name: \"web{index}\" }\n",
      "data/one.yml": "servers: { web: { count: 2 } }\n", "guides/1-a/1-a.md": guide,
    ])
    let build = try await Build.run(BuildRequest(project: project.folder))
    #expect(build.report.errorCount == 0)
    return try await Verification([build.compilation])
  }

  private static func places(_ report: Report) -> [String] {
    report.diagnostics.map { finding in
      let file = report.files[finding.location.path]
      let line = file?.position(at: finding.location.range.lowerBound).line ?? 0
      return "\(line): \(finding.message)"
    }
  }

  @Test func `a file that its program accepts is no finding`() async throws {
    let result = try await Self.verify(
      "    - { name: text, files: etc/motd, run: [test, -s, '{file}'] }\n"
    )
    #expect(result.report.diagnostics.isEmpty && !result.hasSkipped)
    #expect(VerificationTable(result).text() == "text  2 accepted, 0 refused\n")
  }

  @Test func `what a program says leads to the line of the Markdown`() async throws {
    let result = try await Self.verify(
      "    - { name: grep, files: web1/etc/motd, run: [grep, -n, web, '{file}'], good: 1, line: '^(\\d+):' }\n"
    )
    #expect(Self.places(result.report) == ["5: `grep` refuses `web1/etc/motd`: 2:to web1"])
  }

  @Test func `a pattern in the output refuses in spite of the exit code`() async throws {
    let result = try await Self.verify(
      "    - { name: cat, files: web2/etc/motd, run: [cat, '{file}'], bad: 'to web2' }\n"
    )
    #expect(Self.places(result.report) == ["4: `cat` refuses `web2/etc/motd`: to web2"])
  }

  @Test func `commands are judged as files of a shell`() async throws {
    let result = try await Self.verify(
      "    - { name: sh, fences: bash, run: [sh, '{file}'], bad: one, line: '(1)?one' }\n"
    )
    #expect(Self.places(result.report) == ["9: `sh` refuses `web1/a/a.sh`: one"])
  }

  @Test func `a program that stays is accepted, and one that ends is not`() async throws {
    let staying = "    - { name: a, files: web1/etc/motd, run: [sleep, '60'], stays: 1s }\n"
    let ending = "    - { name: b, files: web1/etc/motd, run: ['true'], stays: 1s }\n"
    let slow = "    - { name: c, files: web1/etc/motd, run: [sleep, '60'], timeout: 1s }\n"
    #expect(try await Self.verify(staying).report.errorCount == 0)
    #expect(try await Self.verify(ending).report.errorCount == 1)
    #expect(try await Self.verify(slow).report.errorCount == 1)
  }

  @Test func `a missing program is skipped and said`() async throws {
    let result = try await Self.verify(
      "    - { name: none, files: web1/etc/motd, run: [no-such-program] }\n"
    )
    #expect(result.hasSkipped && result.report.diagnostics.isEmpty)
    #expect(
      VerificationTable(result).text()
        .contains("0 accepted, 0 refused, 1 SKIPPED: `no-such-program` is not installed")
    )
  }

  @Test func `the same text is judged once, and every file is told`() async throws {
    let result = try await Self.verify(
      "    - { name: same, files: etc/motd, run: [test, -s, '{file}'] }\n",
      guide: "# M\n\n```text file=/etc/motd host=web\nwelcome\n```\n"
    )
    let table = VerificationTable(result)
    #expect(table.text() == "same  1 accepted, 0 refused\n")
    #expect(table.json().split(separator: "\n").count == 2)
    #expect(table.markdown().contains("| web | `/etc/motd` | all |  | `same` | accepted |"))
  }

  @Test func `files that nothing judges are named, unless a reason is`() async throws {
    let result = try await Self.verify("    - { name: x, files: other, run: ['true'] }\n")
    #expect(VerificationTable(result).text().contains("not judged: /etc/motd of web"))
  }

  @Test(arguments: [
    ("{ files: a, run: [x] }", "missing key `name`"),
    ("{ name: a, files: a }", "missing key `run`"),
    ("{ name: a, run: [x] }", "expected `files` or `fences`, found neither"),
    (
      "{ name: a, files: a, run: [x], stays: soon }",
      "expected seconds such as `3s`, up to an hour, found `soon`"
    ),
    ("{ name: a, files: a, run: [x], bad: '(' }", "expected a regular expression, found `(`"),
    ("{ name: a, files: a, run: [x], raeds: file }", "unknown key `raeds`"),
    (
      "{ name: a, files: a, run: ['{ip.nothing}'] }",
      "undefined key `{ip.nothing}` in the command"
    ),
  ])
  func `what a checker may not say`(checker: String, message: String) async throws {
    let project = try TemporaryProject([
      "docbuild.yml": "title: T\nscales: [{ id: one }]\nverify:\n  checkers:\n    - \(checker)\n"
    ])
    let report = try await Build.run(BuildRequest(project: project.folder)).report
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.message) == [message])
  }

  @Test func `the examples of the rule run`() async throws {
    let rule = try #require(Rule.all.first { $0.id == "verify/refused" })
    for (example, count) in [(rule.fires, 1), (rule.fixed, 0)] {
      let project = try TemporaryProject([
        example.path: example.text, "data/servers.yml": "",
        "data/small.yml": "", "guides/1-a/1-a.md": "# M\n\n```text file=/etc/motd\nwelcome\n```\n",
      ])
      let result = try await Verification([
        try await Build.run(BuildRequest(project: project.folder)).compilation
      ])
      #expect(result.report.diagnostics.map(\.rule) == Array(repeating: rule.id, count: count))
    }
  }
}
