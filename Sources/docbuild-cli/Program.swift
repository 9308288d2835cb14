import ArgumentParser
import Diagnostics
import Dispatch
import DocBuild
import Glibc
import Machine

/// Where the program begins and ends.
@main
enum Program {
  /// The fewest files that a process must be able to have open: the streams, the runtime's own and
  /// one.
  private static let fewestFiles: UInt64 = 12

  static func main() {
    holdStandardStreams()
    guard canOpenFiles() else {
      end(
        with: MachineFailure(
          "expected a limit of at least \(fewestFiles) open files; see `ulimit -n`"
        )
      )
    }
    Task { @MainActor in
      do {
        try await runCommand()
        exit(0)
      } catch {
        end(with: error)
      }
    }
    dispatchMain()
  }

  @MainActor
  private static func runCommand() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let names = DocBuildCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    if let first = arguments.first, !first.hasPrefix("-"), !(names + ["help"]).contains(first) {
      throw RequestMistake.unknown("subcommand", first, among: names)
    }
    var command = try DocBuildCommand.parseAsRoot(arguments)
    if var waiting = command as? any AsyncParsableCommand {
      try await waiting.run()
    } else {
      try command.run()
    }
  }

  /// Ends the program with what an error says, on the stream and with the code that it asks for.
  private static func end(with error: any Error) -> Never {
    switch error {
    case let failure as MachineFailure:
      say("docbuild: \(failure)")
      exit(70)
    case let mistake as RequestMistake:
      say("docbuild: \(mistake)")
      exit(64)
    default: break
    }
    let code = DocBuildCommand.exitCode(for: error)
    let text = withNearestValue(DocBuildCommand.fullMessage(for: error))
    if !text.isEmpty {
      if code == .success {
        do { try printResult(text + "\n") } catch { end(with: error) }
      } else {
        say(text)
      }
    }
    exit(code.rawValue)
  }

  /// Adds the value that is nearest to a wrong one to what the parser of arguments says of it, which
  /// lists the values in a sentence or one on each line.
  private static func withNearestValue(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let sentence = lines[0].split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    guard lines[0].contains("Please provide one of"), sentence.count > 4 else { return text }
    let listed = lines.dropFirst().prefix { $0.hasPrefix("  - ") }
    let values = listed.map { String($0.dropFirst(4)) } + sentence[4...].filter { $0 != ", " }
    guard let near = NameIndex(values).nearest(to: sentence[1]).first else { return text }
    lines.insert("Did you mean '\(near)'?", at: listed.count + 1)
    return lines.joined(separator: "\n")
  }

  /// Takes the places of standard streams that are closed, so that no file gets into them; what is
  /// written there fails still.
  private static func holdStandardStreams() {
    for (stream, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(Int32(stream), F_GETFD) == -1 {
      _ = unsafe open("/dev/null", flags)
    }
  }

  private static func canOpenFiles() -> Bool {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return true
    }
    return limit.rlim_cur >= fewestFiles
  }
}
