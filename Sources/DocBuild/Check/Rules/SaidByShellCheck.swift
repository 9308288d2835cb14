package import Diagnostics

extension Rule {
  package static let saidByShellCheck = Rule(
    "verify/shellcheck",
    .warning,
    reports: "A comment of ShellCheck, if installed, on a script or a command.",
    why: "It knows the ways in which a shell does something other than its author expects.",
    fires: Example("```bash\nrm -r $1\n```\n"),
    fixed: Example("```bash\nrm -r -- \"$1\"\n```\n")
  )
}
