internal import Diagnostics
internal import Languages

extension Rule {
  static let shellPrompt = Rule(
    "shell/prompt",
    reports: "A prompt stands before a command that is to be pasted.",
    why: "The shell takes the `$` for the command; readers of a `console` fence know what to copy.",
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
        "a command is expected here, not a prompt; the language for commands with prompts is `console`"
      )
    }
  }
}
