internal import Diagnostics

extension Rule {
  static let saidByShellCheck = Rule(
    "verify/shellcheck",
    .warning,
    reports: "ShellCheck, where it is installed, has a comment on a script or a command.",
    why: "It knows the ways in which a shell does something else than its reader thinks.",
    fires: Example("```bash\nrm -r $1\n```\n"),
    fixed: Example("```bash\nrm -r -- \"$1\"\n```\n")
  )
}

extension Diagnostic {
  static func shellCheck(_ comment: ShellCheckComment, at location: Location) -> Diagnostic {
    let message = comment.message.hasSuffix(".") ? comment.message.dropLast() : comment.message[...]
    return Diagnostic(
      .saidByShellCheck,
      at: location,
      "ShellCheck SC\(comment.code): \(message)",
      notes: [Note("see https://www.shellcheck.net/wiki/SC\(comment.code)")]
    )
  }
}
