internal import Diagnostics
internal import Languages
internal import Text

extension Format {
  /// Scripts of the shell, and commands to be pasted into one.
  static let shell = Format(.text(findings), rules: shellRules)

  /// What a terminal shows: commands behind a prompt, and what they print.
  static let console = Format(
    .text { text in
      ConsoleSession.commands(in: text).flatMap { command in
        findings(inScript: command.bytes).map { finding in
          finding.relocated { Location(range: command.range(of: $0.range)) }
        }
      }
    },
    rules: shellRules
  )

  private static let shellRules: [Rule] =
    [.shellSyntax, .shellQuote, .shellHereDocument] + pitfalls.flatMap(\.rules)

  /// What bash accepts and nobody means.
  private static let pitfalls: [Check<Read<ShellScript>>] = [
    Check(.pastedText, find: Diagnostic.pastedIntoShell),
    Check(.shellContinuation, find: Diagnostic.brokenContinuations),
    Check(.shellPrompt, find: Diagnostic.promptsInScript),
    Check(.dangerousRemoval, find: Diagnostic.dangerousRemovals),
    Check(.rootRedirection, find: Diagnostic.rootRedirections),
  ]

  private static func findings(inScript text: [UInt8]) -> [Diagnostic] {
    let script = ShellScript.read(text)
    return script.mistakes.map { .shellMistake($0) }
      + pitfalls.flatMap { $0.findings(in: Read(tree: script, text: text)) }
  }
}
