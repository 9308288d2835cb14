import Testing

@testable import DocBuild
@testable import Pipeline

@Suite struct CommandListTests {
  @Test(arguments: ["bash", "sh", "shell", "console", "shell-session", "terminal"])
  func `a fence of any name of the shell is something to run`(language: String) async throws {
    let page = "# One\n\n```\(language) id=greet\n$ echo \(language)\n```\n"
    let project = try TemporaryProject(["guides/1-a/1-a.md": page])
    let result = try await Build.run(BuildRequest(project: project.folder), until: .compile)
    let set = try #require(result.compilation.sets.first)
    let commands = CommandList(of: set, for: .extract).commands
    #expect(commands.map(\.id) == ["greet"])
    #expect(commands.first?.servers.map(\.text) == ["$ echo \(language)\n"])
  }

  @Test(arguments: [
    "yaml schema=yaml reason=\"an example\"", "bash file=run.sh", "console output", "text",
  ])
  func `a file, output and other languages are nothing to run`(info: String) async throws {
    let project = try TemporaryProject(["guides/1-a/1-a.md": "# One\n\n```\(info)\necho\n```\n"])
    let result = try await Build.run(BuildRequest(project: project.folder), until: .compile)
    let set = try #require(result.compilation.sets.first)
    #expect(CommandList(of: set, for: .extract).commands.isEmpty)
  }
}
