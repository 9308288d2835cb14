internal import Diagnostics
internal import Languages

extension Rule {
  static let shellPrompt = Rule(
    "shell/prompt",
    reports: "A prompt before a command that readers paste.",
    why:
      "The shell runs `$` as the command; in a `console` fence the page copies only what follows it.",
    fires: .fence("bash", "$ systemctl reload haproxy"),
    fixed: .fence("console", "$ systemctl reload haproxy")
  )
}

extension Diagnostic {
  static func promptsInScript(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    script.commands.compactMap { command in
      guard let first = command.words.first, text[first.range].elementsEqual("$".utf8) else {
        return nil
      }
      return Diagnostic(
        .shellPrompt,
        at: first.range,
        "expected a command, found a prompt; the language for commands with prompts is `console`"
      )
    }
  }
}
