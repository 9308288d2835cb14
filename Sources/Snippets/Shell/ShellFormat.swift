internal import Diagnostics
internal import Languages
internal import Text

extension TextFormat {
  /// Scripts of the shell, and commands to be pasted into one.
  static let shell = TextFormat(
    name: "shell",
    languages: ["bash", "sh", "shell"],
    files: ["**/*.sh", "**/*.bash"]
  ) { findings(inScript: $0) }

  /// What a terminal shows: commands behind a prompt, and what they print.
  static let console = TextFormat(
    name: "console",
    languages: ["console", "shell-session", "terminal"]
  ) { text in
    ConsoleSession.commands(in: text).flatMap { command in
      findings(inScript: command.bytes).map { finding in
        finding.relocated { Location(range: command.range(of: $0.range)) }
      }
    }
  }

  private static func findings(inScript text: [UInt8]) -> [Diagnostic] {
    let script = ShellScript.read(text)
    let pitfalls = Diagnostic.shellPitfalls.flatMap { $0(script, text) }
    return script.mistakes.map { .shellMistake($0) } + pitfalls
  }
}
