import Foundation
import Testing

/// Runs the program as a shell does: every subcommand, every option, both streams, the exit code.
@Suite struct CommandTests {
  private static let cases = CommandCase.all

  @Test(arguments: cases)
  func `a command says what it should, on the stream where it should`(
    example: CommandCase
  ) throws {
    let folder = try ShopProject()
    let ending = try Shell.run(example.command, in: folder.path)
    #expect(ending.code == example.code, "\(ending.errors)")
    #expect(example.output.matches(ending.output), "standard output: \(ending.output)")
    #expect(example.errors.matches(ending.errors), "standard error: \(ending.errors)")
    for word in ["CocoaError", "Fatal error", "Backtrac"] {
      #expect(!ending.errors.contains(word), "\(ending.errors)")
    }
  }

  @Test func `every subcommand and every option has a case`() throws {
    let help = try CommandHelp.read()
    #expect(help.options.count > 20)
    let lines = Self.cases.map(\.command)
    for (command, option) in help.options {
      let hasCase = lines.contains { line in
        line.components(separatedBy: "docbuild ").dropFirst().contains { run in
          run.hasPrefix(command)
            && run.split(whereSeparator: { " =;|&\n".contains($0) })
              .contains(Substring(option))
        }
      }
      #expect(hasCase, "no case runs `docbuild \(command) \(option)`")
    }
  }

  @Test func `the second of two builds says whom it waits for`() throws {
    let project = try ShopProject()
    // Who publishes has a lock on the folder that the sets are in.
    let command = """
      mkdir site; exec 9<site; flock 9; docbuild build --scale small --out site 2>said & \
      for turn in $(seq 100); do grep -q waiting said 2>/dev/null && break; sleep 0.05; done; \
      flock -u 9; wait $!; code=$?; sed "s/process $$/process HOLDER/" said >&2; exit $code
      """
    let ending = try Shell.run(command, in: project.path)
    #expect(ending.code == 0)
    #expect(ending.errors.contains("docbuild: waiting for"))
    #expect(ending.errors.contains("which publishes to site"))
    #expect(FileManager.default.fileExists(atPath: "\(project.path)/site/small/index.html"))
  }
}
