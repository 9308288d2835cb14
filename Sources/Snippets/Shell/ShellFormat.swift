internal import Diagnostics
internal import Languages
internal import Text

extension Format {
  /// Scripts of the shell, and commands to be pasted into one.
  static let shell = Format(
    .text { $0.shellInputs.flatMap(shellFindings) },
    rules: shellRules
  )

  /// What a terminal shows: commands behind a prompt, and what they print.
  static let console = Format(
    .text { $0.shellInputs.flatMap(shellFindings) },
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
    Check(.expandedScript, find: Diagnostic.expandedScripts),
  ]

  /// What is wrong with what a shell is given; ranges are bytes of the text around it.
  static func shellFindings(in input: ShellInput) -> [Diagnostic] {
    let read = Read(tree: input.script, text: input.text.bytes)
    let findings =
      input.script.mistakes.map { .shellMistake($0) } + pitfalls.flatMap { $0.findings(in: read) }
    return findings.map { finding in
      finding.relocated { Location(range: input.text.range(of: $0.range)) }
    }
  }
}
