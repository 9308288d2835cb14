package import Diagnostics

extension Rule {
  package static let saidByShellCheck = Rule(
    "verify/shellcheck",
    .warning,
    reports: "ShellCheck, where it is installed, has a comment on a script or a command.",
    why: "It knows the ways in which a shell does something else than its reader thinks.",
    fires: Example("```bash\nrm -r $1\n```\n"),
    fixed: Example("```bash\nrm -r -- \"$1\"\n```\n")
  )
}
